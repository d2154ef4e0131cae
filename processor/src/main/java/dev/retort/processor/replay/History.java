package dev.retort.processor.replay;

import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.read.DeclaredRevision;
import dev.retort.processor.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * The schema at every revision and before every operation.
 *
 * @param revisions in the order of a full upgrade
 * @param head the schema of the last revision; empty schema for an empty chain
 */
public record History(List<Replayed> revisions, Schema head, Provenance provenance) {

    /** An operation and the schema it meets. */
    public record Applied(Operation operation, Schema before, Location place) {}

    /**
     * One revision.
     *
     * @param checksum over what it does in all dialects
     * @param downgrade written or derived; empty when the revision is irreversible
     * @param before the schema that its first operation meets
     * @param after the schema that its last operation leaves
     */
    public record Replayed(
            DeclaredRevision revision,
            String checksum,
            List<Applied> upgrade,
            Optional<List<Applied>> downgrade,
            Schema before,
            Schema after) {

        public Replayed {
            upgrade = List.copyOf(upgrade);
            downgrade = downgrade.map(List::copyOf);
        }
    }

    public History {
        revisions = List.copyOf(revisions);
    }
}
