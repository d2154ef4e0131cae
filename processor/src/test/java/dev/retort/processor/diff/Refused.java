package dev.retort.processor.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Changes that no migrations can have, as the replay refuses them. Each kind has its reason and a share at most. */
final class Refused {

    /** @param percent of the changes of a kind, those refused among them */
    private record Bound(int percent, Pattern reason) {
        static Bound of(int percent, String reason) {
            return new Bound(percent, Pattern.compile(reason));
        }
    }

    /** A view's text cannot be rewritten, and nothing that it reads goes under it. */
    private static final String READ_BY_VIEW = "is still read by view|is used by view|is still used by view";

    private static final String COMPUTES = "is still used by column \\S+, which is generated from it";

    /** What an index computes is text too. */
    private static final String IN_INDEX = "is used by (unique )?index .*, whose text cannot be rewritten";

    /** The foreign key has to go first: a second fact. */
    private static final String REFERRED_TO = "is still used by foreign key";

    /** A foreign key pairs columns of one type only. */
    private static final String OTHER_TYPE = "pairs \\S+, which is .+, with \\S+, which is ";

    private static final Map<String, Bound> BOUNDS = new TreeMap<>(Map.ofEntries(
            Map.entry("drop a table", Bound.of(2, READ_BY_VIEW)),
            Map.entry("rename a table", Bound.of(2, READ_BY_VIEW)),
            Map.entry("drop a column", Bound.of(2, READ_BY_VIEW + "|" + COMPUTES)),
            Map.entry("generate a column", Bound.of(2, READ_BY_VIEW + "|" + COMPUTES)),
            Map.entry("generate a column that has a default", Bound.of(15, COMPUTES)),
            Map.entry("rename a column", Bound.of(2, READ_BY_VIEW + "|" + IN_INDEX)),
            Map.entry("reorder a primary key", Bound.of(2, REFERRED_TO)),
            Map.entry("drop a unique key", Bound.of(8, REFERRED_TO)),
            Map.entry("reorder a unique key", Bound.of(10, REFERRED_TO)),
            Map.entry("add a column to a unique key", Bound.of(10, REFERRED_TO)),
            Map.entry("add a column to a unique key that nobody named", Bound.of(10, REFERRED_TO)),
            Map.entry("take a column out of a unique key", Bound.of(15, REFERRED_TO)),
            Map.entry("take a column out of a unique key that nobody named", Bound.of(8, REFERRED_TO)),
            Map.entry("make a unique key an index", Bound.of(8, REFERRED_TO)),
            Map.entry("make a unique key an index of some rows", Bound.of(8, REFERRED_TO)),
            Map.entry("make a unique key an index that is not unique", Bound.of(8, REFERRED_TO)),
            Map.entry("change a target", Bound.of(35, OTHER_TYPE)),
            Map.entry("cross a foreign key", Bound.of(90, OTHER_TYPE))));

    private final Map<String, List<String>> byKind = new TreeMap<>();

    /** @param reason the replay's words */
    void add(String kind, String mutant, String reason) {
        byKind.computeIfAbsent(kind, none -> new ArrayList<>()).add(mutant + ": " + reason);
    }

    /**
     * What is refused more often than it may be or for another reason, and bounds of what is no longer refused.
     *
     * @param made how many changes of each kind could be made
     */
    List<String> beyondBounds(Map<String, Integer> made) {
        List<String> beyond = new ArrayList<>();
        byKind.forEach((kind, refused) -> {
            Bound bound = BOUNDS.getOrDefault(kind, Bound.of(0, "$^"));
            int all = refused.size() + made.getOrDefault(kind, 0);
            if (refused.size() * 100 > bound.percent() * all) {
                beyond.add(kind + ": " + refused.size() + " of " + all + ", as " + refused.get(0));
            }
            refused.stream()
                    .filter(each -> !bound.reason().matcher(each).find())
                    .findFirst()
                    .ifPresent(each -> beyond.add("another reason: " + each));
        });
        BOUNDS.keySet().stream()
                .filter(kind -> !byKind.containsKey(kind))
                .forEach(kind -> beyond.add(kind + ": is no longer refused"));
        return beyond;
    }

    @Override
    public String toString() {
        Map<String, Integer> counts = new TreeMap<>();
        byKind.forEach((kind, refused) -> counts.put(kind, refused.size()));
        return counts.toString();
    }
}
