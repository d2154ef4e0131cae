package dev.retort.op;

import java.sql.Connection;
import java.sql.SQLException;

/** A step of a revision written in Java, named by {@link Operations#run}. */
@FunctionalInterface
public interface ConnectionAction {

    /**
     * Reads and writes rows over the connection that the revision runs on.
     *
     * @param connection open, inside the revision's transaction where the database has one; must not be committed,
     *     rolled back or closed
     * @throws SQLException stops the upgrade; the revision is not recorded
     */
    void run(Connection connection) throws SQLException;
}
