package dev.retort.runtime;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one revision, in as few transactions as the database and the steps allow. Wherever one ends before the
 * last step, the history records how many are done; where a statement stands alone, also what it is about to change, as
 * it was before. A statement that took effect while its record was lost is so recognised when the revision is resumed.
 */
final class Progress {

    private final Database database;
    private final Direction direction;
    private final Revision revision;
    private final List<Step> steps;
    private final @Nullable String user;
    private final long start;
    private final long earlier;
    private final int done;
    private final @Nullable HistoryRow row;

    /** What is recorded of the first step to come, before an attempt that may have got through. */
    private final @Nullable String before;

    /**
     * Where the revision stands.
     *
     * @param start in nanoseconds, as {@link System#nanoTime}
     * @param row what the history holds of the revision
     * @throws UnfinishedRevisionException when the steps that are done have been edited since
     */
    Progress(
            Database database,
            Direction direction,
            Revision revision,
            List<Step> steps,
            @Nullable String user,
            long start,
            @Nullable HistoryRow row) {
        this.database = database;
        this.direction = direction;
        this.revision = revision;
        this.steps = steps;
        this.user = user;
        this.start = start;
        this.row = row;
        HistoryRow begun = row == null || row.unfinished == null ? null : row;
        this.done = begun == null ? 0 : begun.stepsDone;
        this.earlier = begun == null || begun.durationMillis == null ? 0 : begun.durationMillis;
        this.before = begun == null ? null : begun.before;
        if (begun != null
                && (done > steps.size() || !StepRunner.fingerprint(steps, done).equals(begun.checksum))) {
            throw UnfinishedRevisionException.edited(begun, direction);
        }
    }

    /** Leaves a transaction open that the record of the whole revision belongs into. */
    void run() throws SQLException {
        StepRunner runner = new StepRunner(database, direction, revision.id(), steps, isWhole());
        database.begin(false);
        for (int step = done; step < steps.size(); step++) {
            if (steps.get(step) instanceof Step.Alone alone) {
                runAlone(runner, step, alone);
            } else {
                runner.run(step);
            }
            if (endsTransaction(step)) {
                record(step + 1, null);
            }
        }
    }

    private void runAlone(StepRunner runner, int step, Step.Alone alone) throws SQLException {
        String state = Catalogue.fingerprint(database, alone.tables());
        boolean tried = step == done && before != null;
        if (tried && !state.equals(before)) {
            Run.LOGGER.log(
                    Level.INFO,
                    "Step {0} of {1} took effect before its record was lost: {2}",
                    step + 1,
                    revision.id(),
                    alone.text());
            return;
        }
        record(step, state);
        if (tried) {
            undo(alone);
        }
        try {
            runner.run(step);
        } catch (StepFailedException failure) {
            try {
                database.rollback();
                undo(alone);
                if (Catalogue.fingerprint(database, alone.tables()).equals(state)) {
                    withdraw(step);
                }
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
            throw failure;
        }
    }

    private void undo(Step.Alone alone) throws SQLException {
        if (!alone.undo().isEmpty()) {
            database.executeAlone(alone.undo());
        }
    }

    /** The record of a step that failed without effect goes; as long as nothing is done, that of the revision too. */
    private void withdraw(int step) throws SQLException {
        if (step > 0) {
            record(step, null);
        } else if (direction == Direction.UPGRADE) {
            database.history.delete(database.connection, revision.id());
        } else if (row != null) {
            database.history.put(database.connection, row.withoutProgress(revision.checksum()));
        }
        database.commit();
    }

    /** Whether one transaction holds everything. */
    private boolean isWhole() {
        return database.transactionalDdl() && steps.stream().noneMatch(Step.Alone.class::isInstance);
    }

    /** Not after the last, nor before one that stands alone: these are followed and preceded by a record anyway. */
    private boolean endsTransaction(int step) {
        return step + 1 < steps.size()
                && !(steps.get(step + 1) instanceof Step.Alone)
                && (!database.transactionalDdl() || steps.get(step) instanceof Step.Alone);
    }

    private void record(int stepsDone, @Nullable String state) throws SQLException {
        database.history.put(
                database.connection,
                new HistoryRow(
                        revision.id(),
                        StepRunner.fingerprint(steps, stepsDone),
                        HistoryRow.now(),
                        user,
                        milliseconds(),
                        direction,
                        stepsDone,
                        state,
                        HistoryRow.parents(revision)));
        database.commit();
        database.begin(false);
    }

    /** How long it took up to here, with the time of earlier calls. */
    long milliseconds() {
        return earlier + Run.millisSince(start);
    }
}
