package dev.retort.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One revision of the registry and what the database records of it. Immutable.
 *
 * @param stepsDone how many steps are done when the status is one of the unfinished ones, else zero
 * @param appliedAt when it was applied, or last worked at while unfinished; empty when pending
 * @param appliedBy the database user, or the user of the operating system where the database has none; empty when
 *     pending or not recorded
 * @param duration how long its upgrade took, or what is unfinished has taken so far, to the millisecond; empty when pending or not recorded
 */
public record HistoryEntry(
        Revision revision,
        Status status,
        int stepsDone,
        Optional<Instant> appliedAt,
        Optional<String> appliedBy,
        Optional<Duration> duration) {

    /** Where a revision stands in a database. */
    public enum Status {
        /** No step of it is recorded. */
        PENDING,
        /** Applied to its end. */
        APPLIED,
        /** Its upgrade stopped halfway, on a database whose DDL commits. The next upgrade continues. */
        UPGRADE_UNFINISHED,
        /** Its downgrade stopped halfway, on a database whose DDL commits. The next downgrade continues. */
        DOWNGRADE_UNFINISHED
    }
}
