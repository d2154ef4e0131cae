package dev.retort.processor.replay;

import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What several dialects have to say of the same place is said once; what only some say names them. */
final class DialectFindings {
    private record Kind(FindingId id, String summary, Location location) {}

    private final List<String> dialects;
    private final Map<Kind, Finding> first = new LinkedHashMap<>();
    private final Map<Kind, List<String>> sayers = new LinkedHashMap<>();

    /** @param dialects all there are */
    DialectFindings(List<String> dialects) {
        this.dialects = List.copyOf(dialects);
    }

    void add(List<String> families, Findings findings) {
        for (Finding finding : findings.all()) {
            Kind kind = new Kind(finding.id(), finding.summary(), finding.location());
            first.putIfAbsent(kind, finding);
            sayers.computeIfAbsent(kind, unknown -> new ArrayList<>()).addAll(families);
        }
    }

    void addTo(Findings findings) {
        first.forEach((kind, finding) -> {
            List<String> families = sayers.getOrDefault(kind, dialects);
            boolean all = families.containsAll(dialects);
            findings.add(
                    all
                            ? finding
                            : finding.note("in " + (families.size() == 1 ? "dialect " : "dialects ")
                                    + String.join(", ", families)));
        });
    }
}
