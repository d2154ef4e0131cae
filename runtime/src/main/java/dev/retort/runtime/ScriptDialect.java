package dev.retort.runtime;

import java.io.IOException;
import java.util.Locale;

/** What scripts for one database have of their own. */
final class ScriptDialect {

    final String family;
    private final HistoryTable history;

    ScriptDialect(String family, HistoryTable history) {
        this.family = family;
        this.history = history;
    }

    private boolean isTransactional() {
        return family.equals("sqlite") || family.equals("postgresql") || isSqlServer();
    }

    private boolean isSqlServer() {
        return family.equals("sqlserver");
    }

    private boolean isOracle() {
        return family.equals("oracle");
    }

    private boolean isMysql() {
        return family.equals("mysql") || family.equals("mariadb");
    }

    void open(MigrationScript script, boolean fromBase) throws IOException {
        if (!isTransactional()) {
            script.line("-- Each statement commits: where one fails, mend it and go on from there.");
        }
        if (isSqlServer()) {
            // Else an error leaves the transaction open; and sqlcmd turns off what an index of some rows needs.
            script.statement("set xact_abort, quoted_identifier, ansi_nulls on");
        } else if (isOracle()) {
            // Not as script.statement: these are no SQL, but what sqlplus would make of & and of empty lines.
            script.line("whenever sqlerror exit failure rollback\nset define off\nset sqlblanklines on");
        }
        if (fromBase) {
            script.line("");
            script.statement(history());
        }
    }

    private String history() {
        return switch (family) {
            case "sqlserver" ->
                "if object_id(N'" + history.name + "') is null "
                        + history.create("create table ", "")
                                .replace(
                                        "varchar(64) not null p", "varchar(64) collate Latin1_General_BIN2 not null p");
            case "oracle" ->
                "begin execute immediate '"
                        + history.create("create table ", "").replace("bigint", "number(19)")
                        + "'; exception when others then if sqlcode <> -955 then raise; end if; end;";
            default -> history.create("create table if not exists ", isMysql() ? MysqlDatabase.TABLE_OPTIONS : "");
        };
    }

    /** @param rebuilds whether foreign keys must be off, which they can be turned outside of a transaction only */
    void begin(MigrationScript script, boolean rebuilds) throws IOException {
        if (rebuilds) {
            script.statement("pragma foreign_keys = off");
        }
        if (isTransactional()) {
            script.statement(isSqlServer() ? "begin transaction" : "begin");
        }
    }

    void alone(MigrationScript script, String sql) throws IOException {
        if (isTransactional()) {
            script.line("-- Outside of a transaction:");
            script.statement("commit");
        }
        script.statement(sql);
        if (isTransactional()) {
            script.statement("begin");
        }
    }

    void commit(MigrationScript script, boolean rebuilt) throws IOException {
        if (rebuilt) {
            script.line("-- Fails, and takes the revision back, if rows refer to rows that are not there.");
            script.statement("create temp table retort_check (violations integer check (violations = 0))");
            script.statement("insert or rollback into retort_check select count(*) from pragma_foreign_key_check");
            script.statement("drop table retort_check");
        }
        if (isTransactional() || isOracle()) {
            script.statement("commit");
        }
    }

    String insert(Revision revision) {
        String parents = HistoryRow.parents(revision);
        return "insert into " + history.name + " (revision, checksum, applied_at, applied_by, revises) values ("
                + literal(revision.id()) + ", " + literal(revision.checksum()) + ", " + now() + ", " + user() + ", "
                + (parents == null ? "null" : literal(parents)) + ")";
    }

    String delete(String revision) {
        return "delete from " + history.name + " where revision = " + literal(revision);
    }

    private String literal(String text) {
        String doubled = text.replace("'", "''");
        return "'" + (isMysql() ? doubled.replace("\\", "\\\\") : doubled) + "'";
    }

    /** UTC, to the millisecond, as ISO 8601 has it. */
    private String now() {
        return switch (family) {
            case "sqlite" -> "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";
            case "postgresql" -> "to_char(current_timestamp at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";
            case "sqlserver" -> "convert(varchar(23), sysutcdatetime(), 126) + 'Z'";
            case "oracle" -> "to_char(sys_extract_utc(systimestamp), 'YYYY-MM-DD\"T\"HH24:MI:SS.FF3\"Z\"')";
            case "h2" -> "formatdatetime(current_timestamp, 'yyyy-MM-dd''T''HH:mm:ss.SSS''Z''', 'en', 'UTC')";
            default -> "concat(left(date_format(utc_timestamp(3), '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z')";
        };
    }

    private String user() {
        return switch (family) {
            case "sqlite" -> "null";
            case "oracle" -> "user";
            case "mysql", "mariadb" -> "substring_index(user(), '@', 1)";
            default -> "current_user";
        };
    }

    /**
     * The clients of MariaDB and MySQL would end a body of several statements at its first semicolon. Oracle's run what is
     * before a slash; SQL Server's make a batch of it, which some statements must have for themselves.
     */
    String terminated(String sql) {
        if (isSqlServer() || isOracle()) {
            return sql + (isOracle() ? "\n/" : "\ngo");
        }
        boolean body = isMysql()
                && sql.indexOf(';') >= 0
                && sql.stripLeading().toLowerCase(Locale.ROOT).startsWith("create");
        return body ? "delimiter $$\n" + sql + "$$\ndelimiter ;" : sql + ";";
    }
}
