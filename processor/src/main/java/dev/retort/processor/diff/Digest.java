package dev.retort.processor.diff;

import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Findings of drift by table, as many as can be read. What is left out is counted in one more, as grave as the gravest of
 * it. All together stay below the hundred errors after which javac falls silent ({@code -Xmaxerrs}).
 */
final class Digest {
    private static final int MOST_OF_A_TABLE = 20;
    private static final int MOST = 80;

    private static final String WRITTEN = "-Aretort.revision=\"what it does\"";

    private final Map<String, List<Finding>> bySubject = new LinkedHashMap<>();
    private final Set<Finding> curable = new HashSet<>();

    /** @param isCurable whether operations take the difference away */
    void add(String subject, Finding finding, boolean isCurable) {
        bySubject.computeIfAbsent(subject, key -> new ArrayList<>()).add(finding);
        if (isCurable) {
            curable.add(finding);
        }
    }

    void report(Findings findings, Location place) {
        Set<Finding> shown = new HashSet<>();
        for (boolean errors : new boolean[] {true, false}) {
            for (List<Finding> group : bySubject.values()) {
                group.stream()
                        .filter(finding -> finding.isError() == errors)
                        .limit(Math.max(
                                0,
                                MOST_OF_A_TABLE
                                        - group.stream().filter(shown::contains).count()))
                        .limit(Math.max(0, MOST - shown.size()))
                        .toList()
                        .forEach(shown::add);
            }
        }
        Map<String, List<Finding>> omitted = new LinkedHashMap<>();
        // One migration cures all, so it is offered once.
        Optional<Finding> offering = bySubject.values().stream()
                .flatMap(List::stream)
                .filter(shown::contains)
                .filter(curable::contains)
                .findFirst();
        bySubject.forEach((subject, group) -> group.forEach(finding -> {
            if (shown.contains(finding)) {
                boolean isOffering = offering.filter(finding::equals).isPresent();
                findings.add(isOffering ? finding.help("or have the migration written: " + WRITTEN) : finding);
            } else {
                omitted.computeIfAbsent(subject, key -> new ArrayList<>()).add(finding);
            }
        }));
        if (!omitted.isEmpty()) {
            findings.add(rest(omitted, place));
        }
    }

    private static Finding rest(Map<String, List<Finding>> omitted, Location place) {
        List<Finding> all = omitted.values().stream().flatMap(List::stream).toList();
        Finding gravest =
                all.stream().min(Comparator.comparing(Finding::severity)).orElseThrow();
        Finding rest = new Finding(
                gravest.id(),
                gravest.severity(),
                "and " + all.size() + " more drift findings in " + omitted.size()
                        + (omitted.size() == 1 ? " table or sequence" : " tables and sequences"),
                place,
                List.of(),
                List.of());
        int lines = 0;
        for (Map.Entry<String, List<Finding>> entry : omitted.entrySet()) {
            if (++lines > MOST_OF_A_TABLE) {
                rest = rest.note("and " + (omitted.size() - MOST_OF_A_TABLE) + " more tables and sequences");
                break;
            }
            rest = rest.note(entry.getKey() + ": " + counts(entry.getValue()));
        }
        return rest.help("cure what is shown and compile again").help("or have all of it written: " + WRITTEN);
    }

    /** {@code 12 ColumnDrift, 1 TypeDrift}. */
    private static String counts(List<Finding> findings) {
        Map<String, Integer> counts = new TreeMap<>();
        findings.forEach(finding -> counts.merge(finding.id().name(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
