package dev.retort.processor;

import dev.retort.processor.sql.LiveDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a database says of its structure, a line a fact, without the order of columns and without Retort's own table. The
 * name of a constraint or an index stands between square brackets at the end.
 */
final class CatalogueFacts {
    /** What comes before the condition of a check, a condition of several, and its name. */
    private static final Pattern CONDITION = Pattern.compile(
            "(?is)(check of \\S+ |check \\S+ |(?:key|constraint) .* CHECK .*?(?=[(\"`]))(.*\\band\\b.*?)( \\[[^]]*])?");

    private static final Pattern NAME = Pattern.compile(" \\[([^]]*)]$");

    private CatalogueFacts() {}

    static TreeSet<String> of(LiveDatabase database) throws SQLException {
        TreeSet<String> facts = switch (database.dialect().family()) {
            case SQLITE -> new SqliteFacts(database.connection()).all();
            case H2 -> H2Facts.of(database.connection());
            default -> database.catalogue();
        };
        return facts.stream()
                .filter(fact -> !fact.toLowerCase(Locale.ROOT).contains("retort_"))
                .map(CatalogueFacts::withCheckSorted)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The facts without the names that nobody declared: Hibernate makes up others than Retort. */
    static TreeSet<String> named(TreeSet<String> facts, DeclaredNames names) {
        return facts.stream().map(fact -> named(fact, names)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String named(String fact, DeclaredNames names) {
        Matcher name = NAME.matcher(fact);
        return !name.find() || names.contains(name.group(1)) ? fact : name.replaceFirst("");
    }

    /**
     * On SQLite Hibernate makes no foreign keys, and no unique keys beyond those within a column; and an identity loses its
     * type when an earlier column is {@code integer}. {@link KeysOfAll} shows that the model has these keys.
     */
    static void removeWhatHibernateLeavesOut(TreeSet<String> ours, TreeSet<String> theirs) {
        for (String fact : List.copyOf(ours)) {
            // "foreign key of b a a_id id": an enumeration that is referred to has its check where it refers, too.
            if (fact.startsWith("foreign key of ")) {
                String[] words = fact.split(" ", -1);
                ours.removeIf(check ->
                        check.startsWith("check of " + words[3] + " " + words[5] + "in(") && !theirs.contains(check));
            }
        }
        ours.removeIf(fact -> fact.startsWith("foreign key"));
        ours.removeIf(fact -> fact.startsWith("index of ") && fact.contains(" unique ") && !theirs.contains(fact));
        for (String fact : List.copyOf(theirs)) {
            if (fact.startsWith("column ") && fact.endsWith("  0 null 1 0")) {
                theirs.remove(fact);
                theirs.add(fact.replace("  0 null 1 0", " integer 0 null 1 0"));
            }
        }
    }

    /** Hibernate joins the checks of Bean Validation on a column in an order that is another with each run. */
    static String withCheckSorted(String fact) {
        Matcher condition = CONDITION.matcher(fact);
        if (!condition.matches()) {
            return fact;
        }
        return condition.group(1)
                + Stream.of(condition.group(2).split("(?i)\\)\\s*and\\s*\\(|\\s+and\\s+"))
                        .map(part -> part.replaceAll("^[(\\s]+|[)\\s]+$", ""))
                        .sorted()
                        .collect(Collectors.joining(" and "))
                + (condition.group(3) == null ? "" : condition.group(3));
    }
}
