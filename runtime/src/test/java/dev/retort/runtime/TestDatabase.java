package dev.retort.runtime;

import dev.retort.testing.DatabaseServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A real database in a directory of the test's own. */
final class TestDatabase {

    enum Family {
        SQLITE(
                "select type, name, tbl_name, sql from sqlite_master where name not like '%retort%' order by type, name"),
        H2("select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns"
                + " where table_schema = 'PUBLIC' and table_name not like 'RETORT%'"
                + " union all select table_name, constraint_name, constraint_type, '', ''"
                + " from information_schema.table_constraints"
                + " where table_schema = 'PUBLIC' and table_name not like 'RETORT%' order by 1, 2"),
        POSTGRESQL("select table_name, column_name, data_type, is_nullable, column_default"
                + " from information_schema.columns where table_schema = 'public' and table_name not like 'retort%'"
                + " union all select tablename, indexname, indexdef, '', '' from pg_indexes"
                + " where schemaname = 'public' and tablename not like 'retort%' order by 1, 2"),
        MARIADB("select table_name, column_name, data_type, is_nullable, column_default"
                + " from information_schema.columns where table_schema = database()"
                + " and table_name not like 'retort%' union all select table_name, column_name, index_name, '', ''"
                + " from information_schema.statistics where table_schema = database()"
                + " and table_name not like 'retort%' order by 1, 2, 3");

        private final String catalogue;

        Family(String catalogue) {
            this.catalogue = catalogue;
        }

        TestDatabase in(Path directory) throws SQLException {
            return new TestDatabase(
                    this,
                    switch (this) {
                        case SQLITE -> "jdbc:sqlite:" + directory.resolve("test.db");
                        case H2 -> "jdbc:h2:mem:" + directory.getFileName() + ";DB_CLOSE_DELAY=-1";
                        case POSTGRESQL -> DatabaseServer.POSTGRESQL.newDatabase();
                        case MARIADB -> DatabaseServer.MARIADB.newDatabase();
                    });
        }

        /** As an environment names it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whom the history names. */
        String user() {
            return switch (this) {
                case SQLITE -> System.getProperty("user.name");
                case H2 -> "SA";
                case POSTGRESQL -> "postgres";
                case MARIADB -> "root";
            };
        }
    }

    private final Family family;
    private final String url;

    TestDatabase(Family family, String url) {
        this.family = family;
        this.url = url;
    }

    String url() {
        return url;
    }

    RecordingDataSource dataSource() {
        return new RecordingDataSource(this::connect);
    }

    Connection connect() throws SQLException {
        return family == Family.H2 ? DriverManager.getConnection(url, "sa", "") : DriverManager.getConnection(url);
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Rows, each as its values with commas between. */
    List<String> query(String sql) throws SQLException {
        try (Connection connection = connect()) {
            return query(connection, sql);
        }
    }

    static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    values.add(result.getString(column));
                }
                rows.add(String.join(",", values.stream().map(String::valueOf).toList()));
            }
            return rows;
        }
    }

    /** Every table, column, key and index but Retort's own. */
    List<String> catalogue() throws SQLException {
        return query(family.catalogue);
    }

    /** Ids, with their progress where they are not finished. */
    List<String> recorded() throws SQLException {
        return query(
                family == Family.MARIADB
                        ? "select concat(revision, coalesce(concat(' ', unfinished_direction, ' ', steps_done), ''))"
                                + " from retort_history order by 1"
                        : "select revision || coalesce(' ' || unfinished_direction || ' ' || steps_done, '')"
                                + " from retort_history order by 1");
    }

    /** Retort's own tables, in lower case. */
    List<String> retortTables() throws SQLException {
        return query(
                switch (family) {
                    case SQLITE ->
                        "select name from sqlite_master where type = 'table' and name like 'retort%' order by 1";
                    case H2, POSTGRESQL ->
                        "select lower(table_name) from information_schema.tables"
                                + " where lower(table_name) like 'retort%' order by 1";
                    case MARIADB ->
                        "select table_name from information_schema.tables"
                                + " where table_schema = database() and table_name like 'retort%' order by 1";
                });
    }
}
