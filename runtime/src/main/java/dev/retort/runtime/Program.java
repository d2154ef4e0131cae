package dev.retort.runtime;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The registry, for one database family.
 *
 * @param family one of the registry's dialects
 */
record Program(MigrationRegistry registry, RevisionGraph graph, String family) {

    /**
     * Loads the class of the revision's plan.
     *
     * @throws IrreversibleRevisionException when there is no way back
     */
    List<Step> steps(Direction direction, Revision revision) {
        RevisionPlan plan = registry.plan(revision.id());
        return direction == Direction.UPGRADE
                ? plan.upgrade(family)
                : plan.downgrade(family).orElseThrow(() -> new IrreversibleRevisionException(List.of(revision.id())));
    }

    /**
     * A downgrade that would stop halfway does not start.
     *
     * @throws IrreversibleRevisionException when for one of these there is no way back
     */
    void requireReversible(BitSet revisions) {
        List<String> irreversible = new ArrayList<>();
        for (int index = revisions.length() - 1; index >= 0; index = revisions.previousSetBit(index - 1)) {
            String id = graph.get(index).id();
            if (registry.plan(id).downgrade(family).isEmpty()) {
                irreversible.add(id);
            }
        }
        if (!irreversible.isEmpty()) {
            throw new IrreversibleRevisionException(irreversible);
        }
    }
}
