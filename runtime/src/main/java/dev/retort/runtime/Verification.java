package dev.retort.runtime;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A live database compared with the schema that its revisions lead to. Immutable.
 *
 * <p>Compared are tables; columns with type, nullability, and whether they have a default, number their rows or are
 * computed; primary, foreign and unique keys, indexes and checks by name and columns; sequences, views, triggers and
 * schemas by name; PostgreSQL's named enumeration types by their values, in order. Not compared is what a database words
 * in its own way: the text of defaults, checks, expressions, views and triggers, and types that a migration wrote as
 * native ones. SQLite tells neither checks nor the names of keys, H2 not the order of a foreign key's columns.
 *
 * @param missing what the revisions made and the database has not
 * @param different what the database has otherwise than the revisions made it, each with both
 * @param unexpected what no revision made, in the default schema and those that hold something that one made. Tables of
 *     other programs are among them, schemas are not
 */
public record Verification(List<String> missing, List<String> different, List<String> unexpected) {

    public Verification {
        missing = List.copyOf(missing);
        different = List.copyOf(different);
        unexpected = List.copyOf(unexpected);
    }

    /** Whether everything that the revisions made is there as they made it, and nothing else. */
    public boolean isClean() {
        return hasAll() && unexpected.isEmpty();
    }

    /** Whether everything that the revisions made is there as they made it. */
    boolean hasAll() {
        return missing.isEmpty() && different.isEmpty();
    }

    /** @param applied revisions that come with all that they revise */
    static Verification of(Database database, MigrationRegistry registry, RevisionGraph graph, BitSet applied)
            throws SQLException {
        return of(database, ExpectedCatalogue.of(registry, graph, applied, database.family()));
    }

    /** @param expected as in {@link #compare} */
    static Verification of(Database database, Map<String, String> expected) throws SQLException {
        return compare(expected, Catalogue.beside(database, expected), database.ignoresCase());
    }

    /**
     * Compares.
     *
     * @param expected as the compiler wrote it: what is to be known of an item may be empty, and the type of a column
     *     {@code *}, for anything
     * @param live as the database says
     */
    static Verification compare(Map<String, String> expected, Map<String, String> live, boolean ignoresCase) {
        TreeMap<String, String> there = new TreeMap<>(ignoresCase ? String.CASE_INSENSITIVE_ORDER : null);
        there.putAll(live);
        Map<String, String> made = new TreeMap<>(there.comparator());
        made.putAll(expected);
        List<String> missing = new ArrayList<>();
        List<String> different = new ArrayList<>();
        made.forEach((item, detail) -> {
            String found = there.get(item);
            if (found != null && !detail.isEmpty() && !matches(item, detail, found)) {
                different.add(item + " is " + found + ", not " + detail);
            } else if (found == null && (isWhole(item) || hangsOnOneOf(there, item))) {
                missing.add(detail.isEmpty() || detail.startsWith("*") ? item : item + " " + detail);
            }
        });
        List<String> unexpected = new ArrayList<>();
        there.keySet().forEach(item -> {
            boolean isTold = isWhole(item) ? !item.startsWith("schema ") : hangsOnOneOf(made, item);
            if (!made.containsKey(item) && isTold && !comesAlong(item, there)) {
                unexpected.add(item);
            }
        });
        return new Verification(missing, different, unexpected);
    }

    /** A table that is not there is told once, without what hangs on it. */
    static boolean isWhole(String item) {
        return item.matches("(?s)(table|view|sequence|schema|type) .*");
    }

    /** A trigger may be on a view; what else H2 and MariaDB tell of views comes from their text. */
    private static boolean hangsOnOneOf(Map<String, String> items, String item) {
        String table = tableOf(item);
        return items.containsKey(table)
                || (item.startsWith("trigger ") && items.containsKey(table.replaceFirst("table", "view")));
    }

    /** Items read {@code column users.email}, {@code default of users.email}, {@code index ix of users}. */
    private static String tableOf(String item) {
        String owner = item.substring(item.startsWith("column ") ? "column ".length() : item.lastIndexOf(" of ") + 4);
        boolean ofColumn = item.startsWith("column ") || item.indexOf(" of ") == item.indexOf(' ');
        return "table " + (ofColumn && owner.indexOf('.') > 0 ? owner.substring(0, owner.lastIndexOf('.')) : owner);
    }

    /** What MariaDB and MySQL make for a foreign key or a column of JSON. */
    private static boolean comesAlong(String item, Map<String, String> there) {
        int name = item.indexOf(' ') + 1;
        return (item.startsWith("index ") && there.containsKey("foreign key " + item.substring(name)))
                || (item.startsWith("check ")
                        && there.containsKey("column " + tableOf(item).substring("table ".length()) + "."
                                + item.substring(name, item.lastIndexOf(" of "))));
    }

    /** Values that differ in case only are two. */
    private static boolean matches(String item, String expected, String found) {
        if (item.startsWith("type ")) {
            return expected.equals(found);
        }
        return expected.startsWith("*") ? found.endsWith(expected.substring(1)) : expected.equalsIgnoreCase(found);
    }
}
