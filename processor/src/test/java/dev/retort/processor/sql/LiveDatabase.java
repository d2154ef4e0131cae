package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Schema;
import dev.retort.testing.DatabaseServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A fresh and empty database of one family, of its own for whoever asks, that revisions are applied to in the way of the
 * runtime: SQLite and H2 in memory, PostgreSQL and MariaDB as {@link DatabaseServer}s that the first to ask starts and
 * that stop with the JVM. Close it: its database is dropped then. Not safe for use by several threads.
 */
public final class LiveDatabase implements AutoCloseable {

    /** Those that run here; of MySQL there is no server to start. */
    public static final List<Family> FAMILIES = List.of(Family.SQLITE, Family.H2, Family.POSTGRESQL, Family.MARIADB);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** PostgreSQL copies a template of 7 MB for each new database: one that is done with is emptied and used again. */
    private static final Queue<String> EMPTY = new ConcurrentLinkedQueue<>();

    private final DatabaseDialect dialect;
    private final String url;
    private final Connection connection;

    LiveDatabase(DatabaseDialect dialect) throws SQLException {
        this.dialect = dialect;
        this.url = newUrl(dialect.family());
        this.connection = DriverManager.getConnection(url);
        if (sqlite()) {
            execute("pragma foreign_keys = on");
        }
    }

    /** A fresh one of each family, to be closed one by one. */
    public static List<LiveDatabase> all() throws SQLException {
        List<LiveDatabase> all = new ArrayList<>();
        for (Family family : FAMILIES) {
            all.add(of(family));
        }
        return all;
    }

    /** A fresh one in the version that the server has. */
    public static LiveDatabase of(Family family) throws SQLException {
        return new LiveDatabase(dialectOf(family));
    }

    /** A fresh one that is spoken to in another version of its family, as a migration may. */
    public static LiveDatabase of(DatabaseDialect dialect) throws SQLException {
        return new LiveDatabase(dialect);
    }

    /** The version of the server that runs: what Hibernate finds when it connects. */
    public static DatabaseDialect dialectOf(Family family) {
        return DatabaseDialect.parse(
                switch (family) {
                    case POSTGRESQL -> "postgresql:18";
                    case MARIADB -> "mariadb:11.4";
                    default -> family.word();
                });
    }

    private static String newUrl(Family family) throws SQLException {
        return switch (family) {
            // Kept by the first connection for others to see, as long as it is open.
            case SQLITE -> "jdbc:sqlite:file:live" + NUMBER.incrementAndGet() + "?mode=memory&cache=shared";
            case H2 -> "jdbc:h2:mem:live" + NUMBER.incrementAndGet();
            case POSTGRESQL -> {
                String left = EMPTY.poll();
                yield left == null ? DatabaseServer.POSTGRESQL.newDatabase() : left;
            }
            case MARIADB -> DatabaseServer.MARIADB.newDatabase();
            default -> throw new IllegalArgumentException("no server of " + family.word());
        };
    }

    public DatabaseDialect dialect() {
        return dialect;
    }

    /** For further connections, Hibernate's for instance; user included, no password. */
    public String url() {
        return url;
    }

    /** The one that this object works with, in autocommit mode; closed with it. */
    public Connection connection() {
        return connection;
    }

    private boolean sqlite() {
        return dialect.family() == Family.SQLITE;
    }

    /**
     * A revision, in one transaction as far as DDL lets it, with foreign keys off where it asks for their check.
     *
     * @return the schema after it
     */
    public Schema apply(Schema before, List<Operation> operations) throws SQLException {
        List<Schema> schemas = SchemaFold.schemas(before, operations);
        List<SqlStep> steps = SqlRendering.of(dialect).revision(operations, schemas.subList(0, operations.size()));
        run(steps);
        return schemas.get(operations.size());
    }

    /** Statements as a generated plan has them; Java code is left out. */
    public void run(List<SqlStep> steps) throws SQLException {
        boolean check = steps.contains(new SqlStep.ForeignKeyCheck());
        if (check) {
            execute("pragma foreign_keys = off");
        }
        connection.setAutoCommit(false);
        try {
            for (SqlStep step : steps) {
                if (step instanceof SqlStep.Statement statement) {
                    execute(statement.sql());
                } else if (step instanceof SqlStep.Alone alone) {
                    connection.commit();
                    connection.setAutoCommit(true);
                    if (alone.undoFirst().isPresent()) {
                        execute(alone.undoFirst().get());
                    }
                    execute(alone.sql());
                    connection.setAutoCommit(false);
                } else if (step instanceof SqlStep.ForeignKeyCheck) {
                    assertThat(rows("pragma foreign_key_check")).isEmpty();
                }
            }
            connection.commit();
        } catch (SQLException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
            if (check) {
                execute("pragma foreign_keys = on");
            }
        }
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new SQLException(sql + ": " + failure.getMessage(), failure);
        }
    }

    /** Each row as text, with its values between bars. */
    public List<String> rows(String query) throws SQLException {
        return rows(connection, query);
    }

    /** Each row as text, with its values between bars. */
    public static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    /**
     * What the catalogue says of structure, one line a fact, without the order of columns and without Retort's own
     * tables: tables, columns with type, nullability, default, expression, collation and comment, keys, foreign keys with
     * their actions, indexes, checks, sequences and types. Two databases of one version that were made alike have equal
     * lines. Names of constraints and indexes stand between square brackets at the end of a line.
     */
    public TreeSet<String> catalogue() throws SQLException {
        return switch (dialect.family()) {
            case SQLITE -> sqliteCatalogue();
            case H2 -> h2Catalogue();
            case POSTGRESQL -> PostgresCatalogue.of(this);
            default -> MariadbCatalogue.of(this);
        };
    }

    private TreeSet<String> sqliteCatalogue() throws SQLException {
        TreeSet<String> lines = new TreeSet<>();
        for (String sql : rows("select sql from sqlite_master where sql is not null")) {
            // Renaming puts names between quotes; adding a column breaks no line.
            String plain = sql.replace("\"", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            if (!plain.startsWith("create table")) {
                lines.add(plain);
                continue;
            }
            int open = plain.indexOf('(');
            String table = plain.substring(0, open).strip();
            lines.add(table);
            for (String part : parts(plain.substring(open + 1, plain.lastIndexOf(')')))) {
                // The check of an enumeration is called after names that may have changed.
                lines.add(table + ": "
                        + (part.startsWith("constraint") ? part : part.replaceAll("constraint \\S+ ", "")));
            }
        }
        for (String name : rows("select name from sqlite_master where type = 'table'")) {
            String table = "'" + name.replace("'", "''") + "'";
            rows("select lower(" + table + "), lower(name), lower(type), \"notnull\", dflt_value, pk > 0"
                            + " from pragma_table_xinfo(" + table + ")")
                    .forEach(lines::add);
        }
        return lines;
    }

    private TreeSet<String> h2Catalogue() throws SQLException {
        TreeSet<String> lines = new TreeSet<>();
        for (String sql : rows("script nodata nopasswords nosettings")) {
            String plain = sql.replaceAll("\\s+", " ")
                    .replaceAll("\\(START WITH 1( RESTART WITH \\d+)?\\)", "")
                    .replaceAll("CAST\\((\\S+) AS [A-Z ]+(\\([0-9, ]+\\))?\\)", "$1")
                    .replaceAll(";$", "");
            if (plain.startsWith("--")) {
                continue;
            }
            // How far the numbers have come is no structure.
            plain = plain.replaceAll("^(CREATE SEQUENCE .*) RESTART WITH -?\\d+", "$1");
            int open = plain.indexOf('(');
            if (!plain.startsWith("CREATE MEMORY TABLE")) {
                lines.add(plain);
                continue;
            }
            String table = plain.substring(0, open).strip();
            lines.add(table);
            parts(plain.substring(open + 1, plain.lastIndexOf(')'))).forEach(part -> lines.add(table + ": " + part));
        }
        // What refuses equal values, be it a key or left over from one.
        rows("select distinct 'unique ' || i.table_name || ' ' || (select listagg(c.column_name, ',') within group"
                        + " (order by c.column_name) from information_schema.index_columns c"
                        + " where c.index_schema = i.index_schema and c.index_name = i.index_name)"
                        + " from information_schema.indexes i where i.index_type_name in ('PRIMARY KEY', 'UNIQUE INDEX')")
                .forEach(lines::add);
        return lines;
    }

    /** Split at the commas outside of brackets and quotes. */
    public static List<String> parts(String body) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            quoted ^= c == '\'';
            if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (c == ',' && depth == 0) {
                    parts.add(body.substring(start, i).strip());
                    start = i + 1;
                }
            }
        }
        parts.add(body.substring(start).strip());
        return parts;
    }

    /** What {@link #catalogue} is after a schema is created afresh. */
    static TreeSet<String> fresh(DatabaseDialect dialect, Schema schema) throws SQLException {
        try (LiveDatabase database = new LiveDatabase(dialect)) {
            database.apply(Schema.empty(), SchemaFold.creation(schema));
            return database.catalogue();
        }
    }

    @Override
    public void close() throws SQLException {
        if (dialect.family() == Family.POSTGRESQL) {
            empty();
        }
        connection.close();
        if (dialect.family() == Family.MARIADB) {
            DatabaseServer.MARIADB.drop(url);
        }
    }

    private void empty() throws SQLException {
        for (String schema : rows("select quote_ident(nspname) from pg_namespace where nspname !~ '^pg_'"
                + " and nspname <> 'information_schema'")) {
            execute("drop schema " + schema + " cascade");
        }
        execute("create schema public");
        EMPTY.add(url);
    }

    static String lines(List<SqlStep> steps) {
        return steps.stream().map(LiveDatabase::line).collect(Collectors.joining());
    }

    private static String line(SqlStep step) {
        if (step instanceof SqlStep.Alone alone) {
            return "-- alone, changes " + alone.tables()
                    + alone.undoFirst().map(sql -> ", tried again after " + sql).orElse("") + "\n"
                    + terminated(alone.sql());
        }
        return step instanceof SqlStep.Statement statement ? terminated(statement.sql()) : "-- " + step + "\n";
    }

    /** A block of Oracle's ends in a semicolon of its own. */
    private static String terminated(String sql) {
        return sql + (sql.endsWith(";") ? "\n" : ";\n");
    }
}
