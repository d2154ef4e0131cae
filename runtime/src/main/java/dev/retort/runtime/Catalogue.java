package dev.retort.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;

/**
 * What a database holds, as its own catalogue says: one line for each table, column, key, index …, and what is to be
 * known of it. Names are as the catalogue has them, with the schema before a dot where it is not the default one. A
 * name that the table's is a part of begins with it: {@code column users.email}.
 */
final class Catalogue {

    private Catalogue() {}

    /**
     * The items of some tables, or of all.
     *
     * @param tables with the schema before a dot where it is not the default one, or a schema itself with a dot behind
     *     it; empty for all of the default schema; with a * among them, all of it and of every schema that is named
     */
    static Map<String, String> read(Database database, Collection<String> tables) throws SQLException {
        Set<String> schemas = new TreeSet<>();
        for (String table : tables) {
            int dot = table.indexOf('.');
            if (dot > 0) {
                schemas.add(table.substring(0, dot));
            }
        }
        return read(database, tables.contains("*") ? List.of() : tables, schemas);
    }

    /** All items of the default schema, and of those that another catalogue has, or has something in. */
    static Map<String, String> beside(Database database, Map<String, String> other) throws SQLException {
        Set<String> schemas = new TreeSet<>();
        for (String item : other.keySet()) {
            String name = item.substring(item.indexOf(' ') + 1);
            if (item.startsWith("schema ")) {
                schemas.add(name);
            } else if (Verification.isWhole(item) && name.indexOf('.') > 0) {
                schemas.add(name.substring(0, name.indexOf('.')));
            }
        }
        return read(database, List.of(), schemas);
    }

    /** @param schemas to be read beside the default one */
    static Map<String, String> read(Database database, Collection<String> tables, Collection<String> schemas)
            throws SQLException {
        Map<String, String> items = new TreeMap<>();
        try (Statement statement = database.connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet result = statement.executeQuery(query(database, tables, schemas))) {
                while (result.next()) {
                    if (tables.isEmpty() || isOneOf(tables, result.getString(1))) {
                        items.put(result.getString(2), String.valueOf(result.getString(3)));
                    }
                }
            }
        }
        return items;
    }

    /** Tables of the same name in other schemas come along, and are sorted out later. */
    private static String query(Database database, Collection<String> tables, Collection<String> schemas) {
        StringBuilder others = new StringBuilder();
        for (String schema : schemas) {
            others.append(", ").append(literal(schema));
        }
        List<String> names = new ArrayList<>();
        for (String table : tables) {
            names.add(literal(table.substring(table.indexOf('.') + 1)));
        }
        return database.catalogue()
                .replace("{schemas}", others)
                .replace("{history}", database.history.literals())
                .replaceAll(
                        "\\{named (\\S+)}",
                        tables.isEmpty()
                                ? "1 = 1"
                                : "$1 in (" + Matcher.quoteReplacement(String.join(", ", names)) + ")");
    }

    private static boolean isOneOf(Collection<String> tables, String table) {
        for (String each : tables) {
            if (each.equalsIgnoreCase(table)) {
                return true;
            }
        }
        return false;
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** SHA-256 of all lines, in lower-case hexadecimal digits. */
    static String fingerprint(Database database, Collection<String> tables) throws SQLException {
        return sha256(read(database, tables).toString());
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
