package dev.retort.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One upgrade or downgrade that has something to do. */
final class Run {

    private static final Logger LOGGER = System.getLogger(Run.class.getPackageName());

    private final Program program;
    private final Direction direction;
    private final String target;
    private final Connection connection;
    private final DatabaseSession session;
    private final @Nullable String user;
    private final List<MigrationResult.Completed> completed = new ArrayList<>();

    Run(Program program, Direction direction, String target, DatabaseSession session) throws SQLException {
        this.program = program;
        this.direction = direction;
        this.target = target;
        this.connection = session.connection();
        this.session = session;
        this.user = HistoryTable.user(connection);
    }

    /**
     * To the end, or to the first failure.
     *
     * @param unlocked what was planned before the lock was had; it is planned again under it
     */
    MigrationResult migrate(Itinerary unlocked) throws SQLException {
        session.lock();
        if (session.transactionalDdl()) {
            revisionByRevision(unlocked);
        } else {
            stepByStep();
        }
        return new MigrationResult(completed);
    }

    /** Each revision in one transaction with its record. */
    private void revisionByRevision(Itinerary unlocked) throws SQLException {
        Itinerary itinerary = unlocked;
        boolean planned = false;
        boolean tableExists = true;
        while (!itinerary.isEmpty()) {
            Revision revision = itinerary.next();
            List<Step> steps = program.steps(direction, revision);
            long start = System.nanoTime();
            session.begin(steps.stream().anyMatch(Step.ForeignKeyCheck.class::isInstance));
            try {
                if (session.historyMayHaveChanged()) {
                    tableExists = HistoryTable.exists(connection);
                    History history = tableExists ? HistoryTable.select(connection) : History.NONE;
                    if (planned) {
                        itinerary.follow(history);
                    } else {
                        itinerary = Itinerary.plan(program, direction, target, history);
                        planned = true;
                    }
                    if (itinerary.isEmpty() || !itinerary.next().equals(revision)) {
                        session.rollback();
                        continue;
                    }
                }
                if (!tableExists) {
                    HistoryTable.create(connection);
                    tableExists = true;
                }
                StepRunner runner = new StepRunner(connection, session, direction, revision.id(), steps);
                for (int step = 0; step < steps.size(); step++) {
                    runner.run(step);
                }
                if (direction == Direction.UPGRADE) {
                    HistoryTable.insert(connection, HistoryRow.applied(revision, user, millisSince(start)));
                } else {
                    HistoryTable.delete(connection, revision.id());
                }
                session.commit();
            } catch (Throwable failure) {
                rollback(failure);
                throw failure;
            }
            complete(itinerary, revision, start);
        }
    }

    /** Each step in one transaction with its record, as far as the database lets it. */
    private void stepByStep() throws SQLException {
        boolean tableExists = HistoryTable.exists(connection);
        History history = tableExists ? HistoryTable.select(connection) : History.NONE;
        Itinerary itinerary = Itinerary.plan(program, direction, target, history);
        if (!tableExists && !itinerary.isEmpty()) {
            HistoryTable.create(connection);
        }
        while (!itinerary.isEmpty()) {
            Revision revision = itinerary.next();
            long start = System.nanoTime();
            try {
                resume(revision, history.row(revision.id()), start);
            } catch (Throwable failure) {
                rollback(failure);
                throw failure;
            }
            complete(itinerary, revision, start);
        }
    }

    private void resume(Revision revision, @Nullable HistoryRow row, long start) throws SQLException {
        List<Step> steps = program.steps(direction, revision);
        HistoryRow begun = row == null || row.unfinished() == null ? null : row;
        int done = begun == null ? 0 : begun.stepsDone();
        long earlier = begun == null || begun.durationMillis() == null ? 0 : begun.durationMillis();
        if (begun != null
                && (done > steps.size() || !StepFingerprint.of(steps, done).equals(begun.checksum()))) {
            throw UnfinishedRevisionException.edited(revision.id(), direction, done);
        }
        StepRunner runner = new StepRunner(connection, session, direction, revision.id(), steps);
        session.begin(false);
        for (int step = done; step < steps.size(); step++) {
            runner.run(step);
            if (step + 1 < steps.size()) {
                String fingerprint = StepFingerprint.of(steps, step + 1);
                long duration = earlier + millisSince(start);
                HistoryTable.insertOrUpdate(
                        connection, HistoryRow.unfinished(revision, fingerprint, user, duration, direction, step + 1));
                session.commit();
                session.begin(false);
            }
        }
        if (direction == Direction.UPGRADE) {
            HistoryTable.insertOrUpdate(connection, HistoryRow.applied(revision, user, earlier + millisSince(start)));
        } else {
            HistoryTable.delete(connection, revision.id());
        }
        session.commit();
    }

    private void complete(Itinerary itinerary, Revision revision, long start) {
        itinerary.completed(revision);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        completed.add(new MigrationResult.Completed(revision, duration));
        LOGGER.log(
                Level.INFO,
                "{0} {1} {2} in {3} ms",
                direction == Direction.UPGRADE ? "Applied" : "Undid",
                revision.id(),
                revision.message(),
                duration.toMillis());
    }

    private void rollback(Throwable failure) {
        try {
            session.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
