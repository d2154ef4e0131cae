package dev.retort.runtime;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A database whose lock for migrations belongs to the session, and outlives transactions. */
abstract class LockedDatabase extends Database {

    private static final long POLL_MILLIS = 20;

    private boolean locked;
    private boolean readOnce;

    LockedDatabase(Connection connection, Duration patience) {
        super(connection, patience);
    }

    /** Does not wait. */
    abstract boolean take() throws SQLException;

    abstract void release() throws SQLException;

    @Override
    void prepare() throws SQLException {}

    @Override
    void lock() throws SQLException {
        long start = System.nanoTime();
        for (boolean first = true; !take(); first = false) {
            if (System.nanoTime() - start > patience.toNanos()) {
                throw LockUnavailableException.timeout(patience, null);
            }
            if (first) {
                Run.LOGGER.log(Level.INFO, "Waiting for another connection that migrates this database");
            }
            pause();
        }
        locked = true;
        connection.setAutoCommit(false);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LockUnavailableException.interrupted(e);
        }
    }

    @Override
    void begin(boolean rebuildsTables) throws SQLException {}

    @Override
    void afterStep() throws SQLException {}

    @Override
    final void commit() throws SQLException {
        connection.commit();
    }

    @Override
    final void rollback() throws SQLException {
        connection.rollback();
    }

    /** Nobody else writes under the lock. */
    @Override
    final boolean historyMayHaveChanged() {
        boolean changed = !readOnce;
        readOnce = true;
        return changed;
    }

    @Override
    final List<String> foreignKeyViolations() throws SQLException {
        throw new SQLException("a foreign key check is for SQLite only");
    }

    @Override
    void restore() throws SQLException {
        if (!locked && connection.getAutoCommit()) {
            return;
        }
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            if (locked) {
                release();
            }
        } finally {
            // Commits, if there is anything to be committed.
            connection.setAutoCommit(true);
        }
    }
}
