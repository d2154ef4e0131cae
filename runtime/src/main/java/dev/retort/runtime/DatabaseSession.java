package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * One connection while it migrates. Closing it ends an open transaction, releases the lock and gives back every setting
 * of the connection but autocommit, which is its owner's.
 */
interface DatabaseSession extends AutoCloseable {

    /** Settings included that last as long as the session. */
    Connection connection();

    /** Asks the catalogue for the table first. */
    default History history() throws SQLException {
        return HistoryTable.exists(connection()) ? HistoryTable.select(connection()) : History.NONE;
    }

    /** Whether a transaction takes DDL back; if not, progress is recorded step by step. */
    boolean transactionalDdl();

    /**
     * Keeps other migrations out until this session is closed, or until its process dies. Does nothing where a
     * transaction does that.
     *
     * @throws LockUnavailableException when it could not be had in time
     */
    void lock() throws SQLException;

    /**
     * Starts a transaction.
     *
     * @param rebuildsTables whether a {@link Step.ForeignKeyCheck} is to come
     */
    void begin(boolean rebuildsTables) throws SQLException;

    /**
     * Between two steps.
     *
     * @throws TransactionControlException when the step has ended the transaction, where that can be told
     */
    void afterStep() throws SQLException;

    void commit() throws SQLException;

    void rollback() throws SQLException;

    /** Whether the history may differ from what this method's last caller read. Inside a transaction only. */
    boolean historyMayHaveChanged() throws SQLException;

    /** The rows that refer to rows that are not there. */
    List<String> foreignKeyViolations() throws SQLException;

    @Override
    void close() throws SQLException;
}
