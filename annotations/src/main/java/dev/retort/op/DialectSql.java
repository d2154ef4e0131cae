package dev.retort.op;

import java.util.Objects;

/** One statement of SQL for one dialect, for {@link Operations#execute(DialectSql, DialectSql...)}. Immutable. */
public final class DialectSql {
    private final String dialect;
    private final String sql;

    private DialectSql(String dialect, String sql) {
        this.dialect = Objects.requireNonNull(dialect);
        this.sql = Objects.requireNonNull(sql);
    }

    /**
     * One statement for one dialect.
     *
     * @param dialect a family as in {@link dev.retort.MigrationEnvironment#dialects}, without version
     * @param sql one statement
     */
    public static DialectSql on(String dialect, String sql) {
        return new DialectSql(dialect, sql);
    }

    public String dialect() {
        return dialect;
    }

    public String sql() {
        return sql;
    }
}
