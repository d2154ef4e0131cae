package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * PostgreSQL: DDL is transactional. The lock is an advisory one of the session, which PostgreSQL releases when its
 * process dies. It is polled for outside of transactions: whoever waits in {@code pg_advisory_lock} holds a snapshot,
 * and a {@code create index concurrently} of the one that has the lock would wait for that for ever (Flyway #1654).
 */
final class PostgresDatabase extends LockedDatabase {

    /** The word {@code retort} in ASCII. */
    private static final String KEY = "_advisory_lock(125780070724212)";

    PostgresDatabase(Connection connection, Duration patience) {
        super(connection, patience);
    }

    @Override
    String family() {
        return "postgresql";
    }

    @Override
    boolean transactionalDdl() {
        return true;
    }

    /** {@code lock_not_available}. */
    @Override
    boolean isBusy(SQLException failure) {
        return "55P03".equals(failure.getSQLState());
    }

    @Override
    boolean take() throws SQLException {
        return number("select cast(pg_try" + KEY + " as integer)") == 1;
    }

    @Override
    void release() throws SQLException {
        execute("select pg" + KEY.replace("lock", "unlock"));
    }

    @Override
    void begin(boolean rebuildsTables) throws SQLException {
        execute(SAVEPOINT);
    }

    @Override
    void afterStep() throws SQLException {
        renewSavepoint();
    }

    @Override
    void executeAlone(String sql) throws SQLException {
        connection.setAutoCommit(true);
        try {
            execute(sql);
        } finally {
            connection.setAutoCommit(false);
            begin(false);
        }
    }

    @Override
    String catalogue() {
        return PostgresCatalogue.QUERY;
    }
}
