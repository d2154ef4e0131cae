package dev.retort.processor.source;

import dev.retort.processor.finding.Location;
import dev.retort.processor.read.DeclaredRevision;
import java.util.List;
import java.util.Optional;

/**
 * What the two bodies of a revision say.
 *
 * @param downgrade empty when the class does not write one
 * @param downgradePlace of the method, or of the class that leaves it out
 */
public record MigrationProgram(
        DeclaredRevision revision,
        List<Instruction> upgrade,
        Optional<List<Instruction>> downgrade,
        Location downgradePlace) {

    public MigrationProgram {
        upgrade = List.copyOf(upgrade);
        downgrade = downgrade.map(List::copyOf);
    }
}
