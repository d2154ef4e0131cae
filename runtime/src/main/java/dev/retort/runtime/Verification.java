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
 * computed; primary, foreign and unique keys, indexes and checks by name and columns; sequences by name. Not compared
 * is what a database words in its own way: the text of defaults, checks, expressions, views and triggers, and types
 * that a migration wrote as native ones. SQLite tells neither checks nor the names of keys.
 *
 * @param missing what the revisions made and the database has not
 * @param different what the database has otherwise than the revisions made it, each with both
 * @param unexpected what no revision made. Tables of other programs are among them
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
        Map<String, String> expected = ExpectedCatalogue.of(registry, graph, applied, database.family());
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
            if (found != null && !detail.isEmpty() && !matches(detail, found)) {
                different.add(item + " is " + found + ", not " + detail);
            } else if (found == null && (isWhole(item) || there.containsKey(tableOf(item)))) {
                missing.add(detail.isEmpty() || detail.startsWith("*") ? item : item + " " + detail);
            }
        });
        List<String> unexpected = new ArrayList<>();
        there.keySet().forEach(item -> {
            boolean isTold = isWhole(item) || made.containsKey(tableOf(item));
            if (!made.containsKey(item) && isTold && !comesAlong(item, there)) {
                unexpected.add(item);
            }
        });
        return new Verification(missing, different, unexpected);
    }

    /** A table that is not there is told once, without what hangs on it. */
    private static boolean isWhole(String item) {
        return item.startsWith("table ") || item.startsWith("sequence ");
    }

    /** Items read {@code column users.email}, {@code default of users.email}, {@code index ix of users}. */
    private static String tableOf(String item) {
        String owner = item.substring(item.startsWith("column ") ? "column ".length() : item.lastIndexOf(" of ") + 4);
        boolean ofColumn = item.startsWith("column ") || item.indexOf(" of ") == item.indexOf(' ');
        return "table " + (ofColumn && owner.indexOf('.') > 0 ? owner.substring(0, owner.lastIndexOf('.')) : owner);
    }

    /** What MariaDB and MySQL make for a foreign key or a column of JSON, and what revisions make as text. */
    private static boolean comesAlong(String item, Map<String, String> there) {
        int name = item.indexOf(' ') + 1;
        return item.startsWith("view ")
                || item.startsWith("trigger ")
                || (item.startsWith("index ") && there.containsKey("foreign key " + item.substring(name)))
                || (item.startsWith("check ")
                        && there.containsKey("column " + tableOf(item).substring("table ".length()) + "."
                                + item.substring(name, item.lastIndexOf(" of "))));
    }

    private static boolean matches(String expected, String found) {
        return expected.startsWith("*") ? found.endsWith(expected.substring(1)) : expected.equalsIgnoreCase(found);
    }
}
