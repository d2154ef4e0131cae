package dev.retort.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQLite: DDL is transactional, and {@code BEGIN IMMEDIATE} takes the one lock for writers there is, which dies with
 * its process. That lock lasts a transaction, so others may migrate between two revisions; {@code PRAGMA data_version}
 * tells whether they wrote. The transaction is begun by a statement, on a connection in autocommit mode, because the
 * driver's own would be deferred.
 */
final class SqliteDatabase implements Database {

    /** <a href="https://www.sqlite.org/rescode.html#busy">SQLITE_BUSY</a>. */
    private static final int BUSY = 5;

    @Override
    public String family() {
        return "sqlite";
    }

    @Override
    public String product() {
        return "SQLite";
    }

    @Override
    public DatabaseSession open(Connection connection, Duration patience) throws SQLException {
        return new Session(connection, patience);
    }

    @Override
    public boolean isBusy(SQLException failure) {
        return failure.getErrorCode() == BUSY;
    }

    private static final class Session implements DatabaseSession {

        private static final Logger LOGGER = System.getLogger(Session.class.getPackageName());

        private final Connection connection;
        private final Duration patience;
        private final long busyTimeoutBefore;
        private boolean inTransaction;
        private boolean foreignKeysSuspended;
        private @Nullable Long dataVersion;

        Session(Connection connection, Duration patience) throws SQLException {
            this.connection = connection;
            this.patience = patience;
            this.busyTimeoutBefore = number("PRAGMA busy_timeout");
            waitForLocks(patience.toMillis());
        }

        private void waitForLocks(long milliseconds) throws SQLException {
            execute("PRAGMA busy_timeout = " + milliseconds);
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public boolean transactionalDdl() {
            return true;
        }

        @Override
        public void lock() {}

        @Override
        public void begin(boolean rebuildsTables) throws SQLException {
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
                if (e.getErrorCode() != BUSY) {
                    throw e;
                }
                LOGGER.log(Level.INFO, "Waiting for another connection that writes to this SQLite database");
                waitForLocks(patience.toMillis());
                execute("BEGIN IMMEDIATE");
            }
            inTransaction = true;
            execute("SAVEPOINT retort");
        }

        @Override
        public void afterStep() throws SQLException {
            try {
                execute("RELEASE retort");
            } catch (SQLException e) {
                throw TransactionControlException.ended(e);
            }
            execute("SAVEPOINT retort");
        }

        @Override
        public void commit() throws SQLException {
            execute("COMMIT");
            inTransaction = false;
            resumeForeignKeys();
        }

        @Override
        public void rollback() throws SQLException {
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
        public boolean historyMayHaveChanged() throws SQLException {
            Long before = dataVersion;
            dataVersion = number("PRAGMA data_version");
            return !dataVersion.equals(before);
        }

        @Override
        public List<String> foreignKeyViolations() throws SQLException {
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
        public void close() throws SQLException {
            try {
                rollback();
            } finally {
                waitForLocks(busyTimeoutBefore);
            }
        }

        private long number(String query) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(query)) {
                if (!result.next()) {
                    throw new SQLException(query + " returned nothing");
                }
                return result.getLong(1);
            }
        }

        private void execute(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
