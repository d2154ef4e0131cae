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

    static final Logger LOGGER = System.getLogger("dev.retort.runtime");

    private final Itinerary itinerary;
    private final Direction direction;
    private final Connection connection;
    private final Database database;
    private final @Nullable String user;
    private final List<MigrationResult.Completed> completed = new ArrayList<>();

    /** With an itinerary planned before the lock was had; it is planned again under it. */
    Run(Itinerary itinerary, Database database) throws SQLException {
        this.itinerary = itinerary;
        this.direction = itinerary.direction;
        this.connection = database.connection;
        this.database = database;
        this.user = HistoryTable.user(connection);
    }

    MigrationResult migrate() throws SQLException {
        database.open();
        database.lock();
        if (database.locksInTransaction()) {
            revisionByRevision();
        } else {
            underLock();
        }
        return new MigrationResult(completed);
    }

    /** Each revision in one transaction with its record. */
    private void revisionByRevision() throws SQLException {
        boolean planned = false;
        boolean tableExists = true;
        while (!itinerary.isEmpty()) {
            Revision revision = itinerary.next();
            List<Step> steps = itinerary.steps(revision);
            long start = System.nanoTime();
            database.begin(steps.contains(Step.foreignKeyCheck()));
            try {
                if (database.historyMayHaveChanged()) {
                    tableExists = database.history.exists(connection);
                    History history = tableExists ? database.history.select(connection) : History.NONE;
                    if (planned) {
                        itinerary.follow(history);
                    } else {
                        itinerary.plan(history);
                        planned = true;
                    }
                    if (itinerary.isEmpty() || !itinerary.next().equals(revision)) {
                        database.rollback();
                        continue;
                    }
                }
                if (!tableExists) {
                    database.history.create(database);
                    tableExists = true;
                }
                StepRunner runner = new StepRunner(database, direction, revision.id(), steps, true);
                for (int step = 0; step < steps.size(); step++) {
                    runner.run(step);
                }
                record(revision, millisSince(start));
                database.commit();
            } catch (Throwable failure) {
                rollback(failure);
                throw failure;
            }
            complete(revision, start);
        }
    }

    /** Under one lock, each revision in as few transactions as the database and its steps allow. */
    private void underLock() throws SQLException {
        History history = database.history.read(connection);
        itinerary.plan(history);
        if (!itinerary.isEmpty() && !database.history.exists(connection)) {
            database.history.create(database);
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
            complete(revision, start);
        }
    }

    private void resume(Revision revision, @Nullable HistoryRow row, long start) throws SQLException {
        Progress progress = new Progress(database, direction, revision, itinerary.steps(revision), user, start, row);
        progress.run();
        record(revision, progress.milliseconds());
        database.commit();
    }

    private void record(Revision revision, long milliseconds) throws SQLException {
        if (direction == Direction.UPGRADE) {
            database.history.put(connection, HistoryRow.applied(revision, user, milliseconds));
        } else {
            database.history.delete(connection, revision.id());
        }
    }

    private void complete(Revision revision, long start) {
        itinerary.completed(revision);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        MigrationResult.Completed done = new MigrationResult.Completed(revision, duration);
        completed.add(done);
        if (database.listener != null) {
            database.listener.completed(done);
        }
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
            database.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
