package dev.retort.processor;

import static java.util.stream.Collectors.joining;

import dev.retort.processor.sql.LiveDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The foreign and unique keys of a database by JDBC's metadata, in words that are the same for every database. What
 * Hibernate leaves out on one can so be held against another, where it does not.
 */
final class KeysOfAll {
    /** As the four drivers call a table with rows. */
    private static final String[] TABLES = {"TABLE", "BASE TABLE", "PARTITIONED TABLE"};

    /** By JDBC's numbers, from {@link DatabaseMetaData#importedKeyCascade} on. */
    private static final List<String> ACTIONS = List.of("cascade", "restrict", "set null", "no action", "set default");

    private final DatabaseMetaData metadata;
    private final TreeSet<String> keys = new TreeSet<>();

    private KeysOfAll(DatabaseMetaData metadata) {
        this.metadata = metadata;
    }

    /** Without names, and without Retort's own table. */
    static TreeSet<String> of(Connection connection) throws SQLException {
        KeysOfAll all = new KeysOfAll(connection.getMetaData());
        try (ResultSet tables = all.metadata.getTables(connection.getCatalog(), null, "%", TABLES)) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                if (!name.toLowerCase(Locale.ROOT).startsWith("retort_")) {
                    all.table(tables.getString("TABLE_CAT"), tables.getString("TABLE_SCHEM"), name);
                }
            }
        }
        return all.keys;
    }

    private void table(String catalog, String schema, String name) throws SQLException {
        String table = name.toLowerCase(Locale.ROOT);
        if (metadata.getDatabaseProductName().equals("SQLite")) {
            foreignOfSqlite(name, table);
        } else {
            foreign(catalog, schema, name, table);
        }
        unique(catalog, schema, name, table);
    }

    private void foreign(String catalog, String schema, String name, String table) throws SQLException {
        Map<String, TreeMap<Short, String>> columns = new TreeMap<>();
        Map<String, String> to = new TreeMap<>();
        try (ResultSet rows = metadata.getImportedKeys(catalog, schema, name)) {
            while (rows.next()) {
                String key = rows.getString("FK_NAME");
                to.put(key, lower(rows, "PKTABLE_NAME") + " on delete " + ACTIONS.get(rows.getInt("DELETE_RULE")));
                columns.computeIfAbsent(key, found -> new TreeMap<>())
                        .put(
                                rows.getShort("KEY_SEQ"),
                                lower(rows, "FKCOLUMN_NAME") + ">" + lower(rows, "PKCOLUMN_NAME"));
            }
        }
        columns.forEach((key, pairs) ->
                keys.add("foreign key of " + table + " " + List.copyOf(pairs.values()) + " to " + to.get(key)));
    }

    /** Its driver gives keys without a name all the same one. */
    private void foreignOfSqlite(String name, String table) throws SQLException {
        LiveDatabase.rows(
                        metadata.getConnection(),
                        "select lower('foreign key of " + table.replace("'", "''")
                                + " [' || group_concat(\"from\" || '>' || \"to\", ', ')"
                                + " || '] to ' || \"table\" || ' on delete ' || on_delete) from"
                                + " (select * from pragma_foreign_key_list('" + name.replace("'", "''")
                                + "') order by id, seq) group by id")
                .forEach(keys::add);
    }

    private void unique(String catalog, String schema, String name, String table) throws SQLException {
        Map<String, TreeMap<Short, String>> unique = new TreeMap<>();
        try (ResultSet rows = metadata.getIndexInfo(catalog, schema, name, true, true)) {
            while (rows.next()) {
                String column = rows.getString("COLUMN_NAME");
                if (column != null && !rows.getBoolean("NON_UNIQUE")) {
                    unique.computeIfAbsent(rows.getString("INDEX_NAME"), key -> new TreeMap<>())
                            .put(rows.getShort("ORDINAL_POSITION"), column.toLowerCase(Locale.ROOT));
                }
            }
        }
        TreeMap<Short, String> primary = new TreeMap<>();
        try (ResultSet rows = metadata.getPrimaryKeys(catalog, schema, name)) {
            while (rows.next()) {
                primary.put(rows.getShort("KEY_SEQ"), lower(rows, "COLUMN_NAME"));
            }
        }
        for (TreeMap<Short, String> columns : unique.values()) {
            if (!List.copyOf(columns.values()).equals(List.copyOf(primary.values()))) {
                keys.add("unique key of " + table + columns.values().stream().collect(joining(", ", " (", ")")));
            }
        }
    }

    private static String lower(ResultSet row, String column) throws SQLException {
        return row.getString(column).toLowerCase(Locale.ROOT);
    }
}
