package dev.retort.runtime;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of the history.
 *
 * @param checksum of the revision; while it is unfinished, the {@link StepFingerprint} of the steps that are done
 * @param unfinished null once it is applied to its end
 */
record HistoryRow(
        String revision,
        String checksum,
        @Nullable String appliedAt,
        @Nullable String appliedBy,
        @Nullable Long durationMillis,
        @Nullable Direction unfinished,
        int stepsDone) {

    static HistoryRow applied(Revision revision, @Nullable String appliedBy, long durationMillis) {
        return new HistoryRow(revision.id(), revision.checksum(), now(), appliedBy, durationMillis, null, 0);
    }

    static HistoryRow unfinished(
            Revision revision,
            String fingerprint,
            @Nullable String appliedBy,
            long durationMillis,
            Direction direction,
            int stepsDone) {
        return new HistoryRow(revision.id(), fingerprint, now(), appliedBy, durationMillis, direction, stepsDone);
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    HistoryEntry entry(Revision of) {
        HistoryEntry.Status status = unfinished == null
                ? HistoryEntry.Status.APPLIED
                : unfinished == Direction.UPGRADE
                        ? HistoryEntry.Status.UPGRADE_UNFINISHED
                        : HistoryEntry.Status.DOWNGRADE_UNFINISHED;
        return new HistoryEntry(
                of,
                status,
                stepsDone,
                Optional.ofNullable(appliedAt).map(this::instant),
                Optional.ofNullable(appliedBy),
                Optional.ofNullable(durationMillis).map(Duration::ofMillis));
    }

    private Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new DatabaseAccessException(
                    "the history of " + revision + " cannot be read",
                    "its applied_at is " + text + ", which is no UTC time in ISO 8601",
                    e);
        }
    }
}
