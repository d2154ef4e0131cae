package dev.retort.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Everything a database's catalogue says of its structure, a line a fact. */
final class Catalogue {

    /** Not structure, or not the same twice for the same structure. */
    private static final Set<String> PASSING =
            Set.of("rootpage", "ROW_COUNT_ESTIMATE", "LAST_MODIFICATION", "BASE_VALUE", "IDENTITY_BASE");

    private Catalogue() {}

    static List<String> ofSqlite(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        lines.addAll(read(connection, "object", "select * from sqlite_master order by type, name"));
        for (String table : names(connection, "select name from sqlite_master where type = 'table' order by name")) {
            lines.addAll(read(connection, table + " column", "select * from pragma_table_xinfo('" + table + "')"));
            lines.addAll(read(connection, table + " key", "select * from pragma_foreign_key_list('" + table + "')"));
            lines.addAll(read(
                    connection,
                    table + " index",
                    "select name, \"unique\", origin, partial from pragma_index_list('" + table + "') order by name"));
        }
        for (String index : names(connection, "select name from sqlite_master where type = 'index' order by name")) {
            lines.addAll(read(connection, index + " column", "select * from pragma_index_xinfo('" + index + "')"));
        }
        return lines;
    }

    static List<String> ofH2(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        lines.addAll(inPublic(connection, "TABLES", "TABLE_SCHEMA", "TABLE_NAME"));
        lines.addAll(inPublic(connection, "COLUMNS", "TABLE_SCHEMA", "TABLE_NAME, ORDINAL_POSITION"));
        lines.addAll(inPublic(connection, "TABLE_CONSTRAINTS", "TABLE_SCHEMA", "TABLE_NAME, CONSTRAINT_NAME"));
        lines.addAll(inPublic(
                connection, "KEY_COLUMN_USAGE", "TABLE_SCHEMA", "TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION"));
        lines.addAll(inPublic(connection, "REFERENTIAL_CONSTRAINTS", "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME"));
        lines.addAll(inPublic(connection, "CHECK_CONSTRAINTS", "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME"));
        lines.addAll(
                inPublic(connection, "ENUM_VALUES", "OBJECT_SCHEMA", "OBJECT_NAME, ENUM_IDENTIFIER, VALUE_ORDINAL"));
        lines.addAll(inPublic(connection, "INDEXES", "TABLE_SCHEMA", "TABLE_NAME, INDEX_NAME"));
        lines.addAll(inPublic(connection, "INDEX_COLUMNS", "TABLE_SCHEMA", "TABLE_NAME, INDEX_NAME, ORDINAL_POSITION"));
        lines.addAll(inPublic(connection, "SEQUENCES", "SEQUENCE_SCHEMA", "SEQUENCE_NAME"));
        return lines;
    }

    private static List<String> inPublic(Connection connection, String view, String schema, String order)
            throws SQLException {
        return read(
                connection,
                view,
                "select * from INFORMATION_SCHEMA." + view + " where " + schema + " = 'PUBLIC' order by " + order);
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static List<String> read(Connection connection, String what, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            ResultSetMetaData columns = rows.getMetaData();
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                StringBuilder line = new StringBuilder(what);
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    if (!PASSING.contains(columns.getColumnLabel(i))) {
                        line.append(' ')
                                .append(columns.getColumnLabel(i))
                                .append('=')
                                .append(rows.getString(i));
                    }
                }
                lines.add(line.toString());
            }
            return lines;
        }
    }
}
