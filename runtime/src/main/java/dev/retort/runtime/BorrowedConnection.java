package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection of the application's, in autocommit mode until it is given back as it was. */
final class BorrowedConnection implements AutoCloseable {

    private final Connection connection;
    private final boolean autoCommitBefore;

    private BorrowedConnection(Connection connection, boolean autoCommitBefore) {
        this.connection = connection;
        this.autoCommitBefore = autoCommitBefore;
    }

    static BorrowedConnection from(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            return new BorrowedConnection(connection, autoCommit);
        } catch (SQLException | RuntimeException e) {
            try {
                connection.close();
            } catch (SQLException notClosed) {
                e.addSuppressed(notClosed);
            }
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!autoCommitBefore) {
                connection.setAutoCommit(false);
            }
        }
    }
}
