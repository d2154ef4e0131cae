package dev.retort.processor.chain;

import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.read.DeclaredRevision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** More than one revision that no other revises. Said at each. */
final class MultipleHeads implements ChainRule {

    @Override
    public void check(List<DeclaredRevision> revisions, Findings findings) {
        Set<String> ids = revisions.stream().map(DeclaredRevision::id).collect(Collectors.toSet());
        Set<String> revised = new HashSet<>();
        revisions.forEach(revision -> revised.addAll(revision.revises()));
        List<DeclaredRevision> heads = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (DeclaredRevision revision : revisions) {
            if (!revised.contains(revision.id()) && seen.add(revision.id())) {
                heads.add(revision);
            }
        }
        // A parent that is missing may be one of these under a name mistyped: so many heads are not held against the
        // chain.
        long missing = revised.stream().filter(parent -> !ids.contains(parent)).count();
        if (heads.size() - missing < 2) {
            return;
        }
        String all = heads.stream().map(DeclaredRevision::describe).collect(Collectors.joining(", "));
        String parents = heads.stream().map(head -> "\"" + head.id() + "\"").collect(Collectors.joining(", "));
        for (DeclaredRevision head : heads) {
            findings.add(Finding.error(
                            FindingId.MultipleHeads,
                            head.place(),
                            "revision " + head.describe() + " is one of " + heads.size() + " heads")
                    .note("heads: " + all)
                    .help("have the merge written: -Aretort.merge=\"Merge\"")
                    .help(
                            "or merge them with a migration that has empty bodies:\n@Migration(revision = \"…\", revises = {"
                                    + parents + "}, message = \"Merge\")")
                    .help("or, where none of them is deployed yet, let one revise the other"));
        }
    }
}
