package dev.retort.runtime;

import java.util.ArrayList;
import java.util.List;

/** The targets that someone who wrote another may have meant. */
final class NearNames {

    private static final int MOST = 5;

    private NearNames() {}

    /** The nearest first, at most five; those equally near in registry order. */
    static List<String> of(String written, List<Revision> revisions) {
        List<List<String>> byDistance = new ArrayList<>();
        for (int distance = 0; distance <= Math.max(1, written.length() / 3); distance++) {
            byDistance.add(new ArrayList<>());
        }
        for (String word : List.of("head", "heads", "base")) {
            add(byDistance, word, distance(written, word));
        }
        for (Revision revision : revisions) {
            String id = revision.id();
            // Whoever writes a prefix mistypes a prefix.
            String prefix = id.substring(0, Math.min(id.length(), written.length()));
            add(byDistance, id, Math.min(distance(written, id), distance(written, prefix)));
        }
        List<String> near = new ArrayList<>();
        for (List<String> names : byDistance) {
            near.addAll(names);
        }
        return near.subList(0, Math.min(MOST, near.size()));
    }

    private static void add(List<List<String>> byDistance, String name, int distance) {
        if (distance < byDistance.size()) {
            byDistance.get(distance).add(name);
        }
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    static int distance(String from, String to) {
        int[][] table = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                int replaced = table[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                table[i][j] = Math.min(replaced, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[from.length()][to.length()];
    }
}
