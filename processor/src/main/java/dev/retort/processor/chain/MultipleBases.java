package dev.retort.processor.chain;

import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.read.DeclaredRevision;
import java.util.List;
import java.util.stream.Collectors;

/** More than one revision that revises nothing. Said at each. */
final class MultipleBases implements ChainRule {

    @Override
    public void check(List<DeclaredRevision> revisions, Findings findings) {
        List<DeclaredRevision> bases = revisions.stream()
                .filter(revision -> revision.revises().isEmpty())
                .toList();
        if (bases.size() < 2) {
            return;
        }
        String all = bases.stream().map(DeclaredRevision::describe).collect(Collectors.joining(", "));
        for (DeclaredRevision base : bases) {
            findings.add(Finding.error(
                            FindingId.MultipleBases,
                            base.place(),
                            "revision " + base.describe() + " is one of " + bases.size() + " that revise nothing")
                    .note("bases: " + all)
                    .help("let all but the first name the revision they follow: revises = \"…\""));
        }
    }
}
