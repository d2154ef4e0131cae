package dev.retort.runtime;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * SQLite: DDL is transactional, and {@code BEGIN IMMEDIATE} takes the one lock for writers there is, which dies with
 * its process. That lock lasts a transaction, so others may migrate between two revisions; {@code PRAGMA data_version}
 * tells whether they wrote. The transaction is begun by a statement, on a connection in autocommit mode, because the
 * driver's own would be deferred.
 */
final class SqliteDatabase extends Database {

    /** <a href="https://www.sqlite.org/rescode.html#busy">SQLITE_BUSY</a>. */
    private static final int BUSY = 5;

    private static final long UNREAD = -1;

    private long busyTimeoutBefore = UNREAD;
    private boolean inTransaction;
    private boolean foreignKeysSuspended;
    private long dataVersion = UNREAD;

    SqliteDatabase(Connection connection, Duration patience) {
        super(connection, patience);
    }

    @Override
    String family() {
        return "sqlite";
    }

    @Override
    boolean transactionalDdl() {
        return true;
    }

    @Override
    boolean locksInTransaction() {
        return true;
    }

    @Override
    boolean ignoresCase() {
        return true;
    }

    @Override
    boolean isBusy(SQLException failure) {
        // The extended codes, for a log that is being recovered or a stale snapshot, keep it in their last byte.
        return (failure.getErrorCode() & 0xff) == BUSY;
    }

    @Override
    void prepare() throws SQLException {
        busyTimeoutBefore = number("PRAGMA busy_timeout");
        waitForLocks(patience.toMillis());
    }

    private void waitForLocks(long milliseconds) throws SQLException {
        execute("PRAGMA busy_timeout = " + milliseconds);
    }

    @Override
    void lock() {}

    @Override
    void begin(boolean rebuildsTables) throws SQLException {
        // A no-op inside a transaction: https://www.sqlite.org/pragma.html#pragma_foreign_keys
        if (rebuildsTables && number("PRAGMA foreign_keys") == 1) {
            execute("PRAGMA foreign_keys = OFF");
            foreignKeysSuspended = true;
        }
        waitForLocks(0);
        try {
            execute("BEGIN IMMEDIATE");
            waitForLocks(patience.toMillis());
        } catch (SQLException e) {
            if (!isBusy(e)) {
                throw e;
            }
            Run.LOGGER.log(Level.INFO, "Waiting for another connection that writes to this SQLite database");
            waitForLocks(patience.toMillis());
            execute("BEGIN IMMEDIATE");
        }
        inTransaction = true;
        execute(SAVEPOINT);
    }

    @Override
    void afterStep() throws SQLException {
        renewSavepoint();
    }

    @Override
    void commit() throws SQLException {
        execute("COMMIT");
        inTransaction = false;
        resumeForeignKeys();
    }

    @Override
    void rollback() throws SQLException {
        if (inTransaction) {
            inTransaction = false;
            execute("ROLLBACK");
        }
        resumeForeignKeys();
    }

    private void resumeForeignKeys() throws SQLException {
        if (foreignKeysSuspended) {
            execute("PRAGMA foreign_keys = ON");
            foreignKeysSuspended = false;
        }
    }

    @Override
    boolean historyMayHaveChanged() throws SQLException {
        long before = dataVersion;
        dataVersion = number("PRAGMA data_version");
        return dataVersion != before;
    }

    @Override
    List<String> foreignKeyViolations() throws SQLException {
        // Asked only of a connection that enforces its keys (SQLite, lang_altertable §7): where nobody does, rows that
        // refer to nothing may have been there for years, and are not this revision's doing.
        if (!foreignKeysSuspended) {
            return List.of();
        }
        List<String> violations = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA foreign_key_check")) {
            while (result.next()) {
                violations.add("table " + result.getString(1) + ", rowid " + result.getString(2) + ", refers to "
                        + result.getString(3));
            }
        }
        return violations;
    }

    @Override
    void restore() throws SQLException {
        try {
            rollback();
        } finally {
            if (busyTimeoutBefore != UNREAD) {
                waitForLocks(busyTimeoutBefore);
            }
        }
    }

    @Override
    String catalogue() {
        return SqliteCatalogue.QUERY;
    }
}
