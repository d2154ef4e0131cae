package dev.retort.processor.chain;

import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.read.DeclaredRevision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One id on two classes. Said at each of them. */
final class DuplicateRevision implements ChainRule {

    @Override
    public void check(List<DeclaredRevision> revisions, Findings findings) {
        Map<String, List<DeclaredRevision>> byId = new LinkedHashMap<>();
        revisions.forEach(revision ->
                byId.computeIfAbsent(revision.id(), id -> new ArrayList<>()).add(revision));
        for (List<DeclaredRevision> same : byId.values()) {
            if (same.size() == 1) {
                continue;
            }
            for (DeclaredRevision revision : same) {
                String others = same.stream()
                        .filter(other -> !other.className().equals(revision.className()))
                        .map(DeclaredRevision::className)
                        .collect(Collectors.joining(", "));
                findings.add(Finding.error(
                                FindingId.DuplicateRevision,
                                revision.place(),
                                "revision " + revision.id() + " is declared by " + same.size() + " classes")
                        .note("also declared by " + others)
                        .help("give the newer of them an id of its own"));
            }
        }
    }
}
