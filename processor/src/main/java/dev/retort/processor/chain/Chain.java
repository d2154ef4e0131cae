package dev.retort.processor.chain;

import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.read.DeclaredRevision;
import java.util.List;
import java.util.Optional;

/** Declared revisions to a verified graph. A new rule is a new class and a line here. */
public final class Chain {
    private static final List<ChainRule> RULES = List.of(
            new InvalidRevision(),
            new DuplicateRevision(),
            new MissingRevision(),
            new RevisionCycle(),
            new MultipleBases(),
            new MultipleHeads());

    private Chain() {}

    /** Whether several heads are all that is wrong, which a merge cures. */
    public static boolean lacksMergeOnly(List<DeclaredRevision> revisions) {
        Findings found = new Findings();
        RULES.forEach(rule -> rule.check(revisions, found));
        return found.hasErrors() && found.all().stream().allMatch(finding -> finding.id() == FindingId.MultipleHeads);
    }

    /** Empty when a rule objects; all objections are in {@code findings}. */
    public static Optional<RevisionGraph> verify(List<DeclaredRevision> revisions, Findings findings) {
        Findings own = new Findings();
        RULES.forEach(rule -> rule.check(revisions, own));
        own.all().forEach(findings::add);
        return own.hasErrors() ? Optional.empty() : Optional.of(RevisionGraph.of(revisions));
    }
}
