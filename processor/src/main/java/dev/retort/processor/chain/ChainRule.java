package dev.retort.processor.chain;

import dev.retort.processor.finding.Findings;
import dev.retort.processor.read.DeclaredRevision;
import java.util.List;

/** One thing that must hold for the revisions of an environment. */
interface ChainRule {

    void check(List<DeclaredRevision> revisions, Findings findings);
}
