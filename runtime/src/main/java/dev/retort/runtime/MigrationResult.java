package dev.retort.runtime;

import java.time.Duration;
import java.util.List;

/**
 * What an upgrade or a downgrade did. Immutable.
 *
 * @param revisions the revisions applied, or undone, by this very call, in the order in which they ran; empty when
 *     there was nothing to do, or when another process did it all
 */
public record MigrationResult(List<Completed> revisions) {

    public MigrationResult {
        revisions = List.copyOf(revisions);
    }

    /**
     * One revision that ran to its end.
     *
     * @param duration how long this call worked at it, with its record, to the millisecond or finer
     */
    public record Completed(Revision revision, Duration duration) {}
}
