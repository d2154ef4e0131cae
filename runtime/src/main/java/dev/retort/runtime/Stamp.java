package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes into the history that a database stands at a revision, without running anything. */
final class Stamp {

    private final MigrationRegistry registry;
    private final RevisionGraph graph;
    private final Database database;
    private final Connection connection;

    Stamp(MigrationRegistry registry, RevisionGraph graph, Database database) {
        this.registry = registry;
        this.graph = graph;
        this.database = database;
        this.connection = database.connection;
    }

    /**
     * Under the lock, in one transaction.
     *
     * @param verified whether the database must be as an upgrade to the target leaves it, and hold no revision that is
     *     not known
     */
    void at(String target, boolean verified) throws SQLException {
        BitSet goal = Target.stamp(graph, target);
        database.open();
        database.lock();
        database.begin(false);
        try {
            boolean exists = database.history.exists(connection);
            History history = exists ? database.history.select(connection) : History.NONE;
            if (verified) {
                history.applied(registry, graph, false);
                verify(target, goal);
            }
            if (!exists) {
                database.history.create(database);
            }
            write(history, goal);
            database.commit();
        } catch (Throwable failure) {
            try {
                database.rollback();
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
            throw failure;
        }
    }

    private void verify(String target, BitSet goal) throws SQLException {
        Verification found = Verification.of(database, registry, graph, goal);
        List<String> differences = new ArrayList<>();
        for (String item : found.missing()) {
            differences.add("no " + item);
        }
        differences.addAll(found.different());
        if (!differences.isEmpty()) {
            throw new CatalogueMismatchException(target, differences);
        }
    }

    private void write(History history, BitSet goal) throws SQLException {
        for (HistoryRow row : history.rows()) {
            int index = graph.indexOf(row.revision);
            if (index < 0 || !goal.get(index)) {
                database.history.delete(connection, row.revision);
            }
        }
        String user = HistoryTable.user(connection);
        for (Revision revision : graph.revisions(goal)) {
            if (!isUpToDate(history.row(revision.id()), revision)) {
                database.history.put(connection, HistoryRow.applied(revision, user, null));
            }
        }
    }

    private static boolean isUpToDate(@Nullable HistoryRow row, Revision revision) {
        return row != null && row.unfinished == null && row.checksum.equals(revision.checksum());
    }
}
