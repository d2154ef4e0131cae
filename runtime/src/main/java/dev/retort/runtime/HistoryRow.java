package dev.retort.runtime;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of the history. Immutable. */
final class HistoryRow {

    final String revision;

    /** Of the revision; while it is unfinished, the {@link StepRunner#fingerprint} of the steps that are done. */
    final String checksum;

    final @Nullable String appliedAt;
    final @Nullable String appliedBy;
    final @Nullable Long durationMillis;

    /** Null once it is applied to its end. */
    final @Nullable Direction unfinished;

    final int stepsDone;

    /** While it is unfinished, the fingerprint of what the next step changes, before it; null where it is not taken. */
    final @Nullable String before;

    /** The ids of the revisions that it revises, with commas between; null where they are not known. */
    final @Nullable String revises;

    HistoryRow(
            String revision,
            String checksum,
            @Nullable String appliedAt,
            @Nullable String appliedBy,
            @Nullable Long durationMillis,
            @Nullable Direction unfinished,
            int stepsDone,
            @Nullable String before,
            @Nullable String revises) {
        this.revision = revision;
        this.checksum = checksum;
        this.appliedAt = appliedAt;
        this.appliedBy = appliedBy;
        this.durationMillis = durationMillis;
        this.unfinished = unfinished;
        this.stepsDone = stepsDone;
        this.before = before;
        this.revises = revises;
    }

    /** @param milliseconds null where it was not run but stamped */
    static HistoryRow applied(Revision revision, @Nullable String user, @Nullable Long milliseconds) {
        return new HistoryRow(
                revision.id(), revision.checksum(), now(), user, milliseconds, null, 0, null, parents(revision));
    }

    /** As before a downgrade of which nothing is done. */
    HistoryRow withoutProgress(String itsChecksum) {
        return new HistoryRow(revision, itsChecksum, appliedAt, appliedBy, durationMillis, null, 0, null, revises);
    }

    /** Null where they are too many to be written down. */
    static @Nullable String parents(Revision revision) {
        String parents = String.join(",", revision.revises());
        return parents.length() <= HistoryTable.LONGEST_PARENTS ? parents : null;
    }

    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** A revision and its row, if there is one. */
    static HistoryEntry entry(Revision revision, @Nullable HistoryRow row) {
        if (row == null) {
            return new HistoryEntry(
                    revision, HistoryEntry.Status.PENDING, 0, Optional.empty(), Optional.empty(), Optional.empty());
        }
        return new HistoryEntry(
                revision,
                row.status(),
                row.stepsDone,
                Optional.ofNullable(row.instant()),
                Optional.ofNullable(row.appliedBy),
                Optional.ofNullable(row.durationMillis == null ? null : Duration.ofMillis(row.durationMillis)));
    }

    private HistoryEntry.Status status() {
        if (unfinished == null) {
            return HistoryEntry.Status.APPLIED;
        }
        return unfinished == Direction.UPGRADE
                ? HistoryEntry.Status.UPGRADE_UNFINISHED
                : HistoryEntry.Status.DOWNGRADE_UNFINISHED;
    }

    private @Nullable Instant instant() {
        try {
            return appliedAt == null ? null : Instant.parse(appliedAt);
        } catch (DateTimeException e) {
            throw new DatabaseAccessException("the history of " + revision + " cannot be read", e, e);
        }
    }
}
