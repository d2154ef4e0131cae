package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * MySQL and MariaDB: DDL commits. The lock is one of {@code get_lock}, which the server releases when the session ends;
 * it is the server's, so its name holds that of the database.
 */
final class MysqlDatabase extends LockedDatabase {

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    /** A name has 64 characters at most. */
    private static final String NAME = "concat('retort_', sha1(coalesce(database(), '')))";

    /** Revisions that differ in case only are two. */
    static final String TABLE_OPTIONS = " character set utf8mb4 collate utf8mb4_bin";

    private final String family;

    MysqlDatabase(String family, Connection connection, Duration patience) {
        super(connection, patience);
        this.family = family;
    }

    @Override
    String family() {
        return family;
    }

    @Override
    boolean transactionalDdl() {
        return false;
    }

    @Override
    boolean ignoresCase() {
        return true;
    }

    @Override
    boolean isBusy(SQLException failure) {
        return failure.getErrorCode() == LOCK_WAIT_TIMEOUT;
    }

    @Override
    String tableOptions() {
        return TABLE_OPTIONS;
    }

    @Override
    boolean take() throws SQLException {
        return number("select get_lock(" + NAME + ", 0)") == 1;
    }

    @Override
    void release() throws SQLException {
        execute("select release_lock(" + NAME + ")");
    }

    @Override
    String catalogue() {
        return MysqlCatalogue.QUERY;
    }
}
