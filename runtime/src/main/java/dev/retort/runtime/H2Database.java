package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;

/**
 * H2: DDL commits, and with it every lock on rows and tables goes; {@code SET EXCLUSIVE} would stop the application's
 * other connections; LOCK TABLE and advisory locks do not exist. What lasts as long as a process is its session. So the
 * lock is a row that names a session (by id and start, since ids are used again), and it counts only while
 * {@code INFORMATION_SCHEMA.SESSIONS} still lists that session: H2 itself drops it there when its process dies. One
 * connection is enough.
 */
final class H2Database extends LockedDatabase {

    private static final int LOCK_TIMEOUT = 50200;

    /** Duplicate key, table exists, deadlock, concurrent update, lock timeout: someone else was at it too. */
    private static final Set<Integer> CONTENTION = Set.of(23505, 42101, 40001, 90131, LOCK_TIMEOUT);

    // What is H2's own is in capitals: it is so whatever DATABASE_TO_UPPER says.
    private static final String CREATE = "create table if not exists retort_lock ("
            + "id integer not null primary key, session_id integer, session_start timestamp(9) with time zone)";

    private static final String FILL =
            "insert into retort_lock (id) select 1 where not exists (select 1 from retort_lock)";

    private static final String ADMINISTRATOR =
            "select count(*) from INFORMATION_SCHEMA.USERS where USER_NAME = current_user and IS_ADMIN";

    private static final String MINE =
            "session_start = (select s.SESSION_START from INFORMATION_SCHEMA.SESSIONS s where s.SESSION_ID ="
                    + " session_id())";

    private static final String TAKE = "update retort_lock set session_id = session_id(), " + MINE
            + " where not exists (select 1 from INFORMATION_SCHEMA.SESSIONS s"
            + " where s.SESSION_ID = retort_lock.session_id and s.SESSION_START = retort_lock.session_start"
            + " and s.SESSION_ID <> session_id())";

    private static final String RELEASE = "update retort_lock set session_id = null, session_start = null"
            + " where session_id = session_id() and " + MINE;

    H2Database(Connection connection, Duration patience) {
        super(connection, patience);
    }

    @Override
    String family() {
        return "h2";
    }

    @Override
    boolean transactionalDdl() {
        return false;
    }

    @Override
    boolean isBusy(SQLException failure) {
        return failure.getErrorCode() == LOCK_TIMEOUT;
    }

    @Override
    void lock() throws SQLException {
        if (number(ADMINISTRATOR) == 0) {
            throw LockUnavailableException.notAdministrator();
        }
        // Stays off until the lock is released: a client that AUTO_SERVER reconnects behind our back would come
        // back as another session, without the lock, and H2 reconnects in autocommit mode only.
        connection.setAutoCommit(false);
        super.lock();
    }

    @Override
    void release() throws SQLException {
        execute(RELEASE);
    }

    @Override
    boolean take() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(CREATE);
            statement.executeUpdate(FILL);
            connection.commit();
            // One attempt at a time, so that TAKE sees what the attempt before it left.
            statement.execute("select id from retort_lock where id = 1 for update");
            boolean taken = statement.executeUpdate(TAKE) == 1;
            connection.commit();
            return taken;
        } catch (SQLException e) {
            if (!CONTENTION.contains(e.getErrorCode())) {
                throw e;
            }
            connection.rollback();
            return false;
        }
    }

    @Override
    String catalogue() {
        return H2Catalogue.QUERY;
    }
}
