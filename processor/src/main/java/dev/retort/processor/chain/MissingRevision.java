package dev.retort.processor.chain;

import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Suggestions;
import dev.retort.processor.read.DeclaredRevision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A parent that no class declares. */
final class MissingRevision implements ChainRule {

    @Override
    public void check(List<DeclaredRevision> revisions, Findings findings) {
        Map<String, DeclaredRevision> byId = new LinkedHashMap<>();
        revisions.forEach(revision -> byId.put(revision.id(), revision));
        for (DeclaredRevision revision : revisions) {
            for (int i = 0; i < revision.revises().size(); i++) {
                String parent = revision.revises().get(i);
                if (!byId.containsKey(parent)) {
                    findings.add(finding(revision, i, byId));
                }
            }
        }
    }

    private static Finding finding(DeclaredRevision revision, int index, Map<String, DeclaredRevision> byId) {
        String parent = revision.revises().get(index);
        Finding finding = Finding.error(
                FindingId.MissingRevision,
                revision.parentPlaces().get(index),
                "revision " + revision.describe() + " revises " + (parent.isBlank() ? "\"" + parent + "\"" : parent)
                        + ", which no migration declares");
        List<String> near = Suggestions.near(parent, others(byId.keySet(), revision.id()));
        if (parent.isBlank()) {
            return finding.help("name the revision this one follows, or leave revises out for the first of all");
        }
        return near.isEmpty()
                ? finding.help("restore the migration " + parent + ", or name the revision this one follows")
                : finding.help("did you mean "
                        + near.stream()
                                .map(id -> Objects.requireNonNull(byId.get(id)).describe())
                                .collect(Collectors.joining(", or "))
                        + "?");
    }

    private static List<String> others(Set<String> ids, String own) {
        return ids.stream().filter(id -> !id.equals(own)).toList();
    }
}
