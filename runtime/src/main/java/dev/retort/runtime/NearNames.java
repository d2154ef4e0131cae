package dev.retort.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The targets that someone who wrote another may have meant. */
final class NearNames {

    private static final int MOST = 5;

    private NearNames() {}

    private record Candidate(String name, int distance) {}

    /** The nearest first, at most five; those equally near in registry order. */
    static List<String> of(String written, List<Revision> revisions) {
        List<Candidate> candidates = new ArrayList<>();
        for (String word : List.of("head", "heads", "base")) {
            add(candidates, written, word, distance(written, word));
        }
        for (Revision revision : revisions) {
            String id = revision.id();
            // Whoever writes a prefix mistypes a prefix.
            String prefix = id.substring(0, Math.min(id.length(), written.length()));
            add(candidates, written, id, Math.min(distance(written, id), distance(written, prefix)));
        }
        return candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    private static void add(List<Candidate> candidates, String written, String name, int distance) {
        if (distance <= Math.max(1, written.length() / 3)) {
            candidates.add(new Candidate(name, distance));
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
