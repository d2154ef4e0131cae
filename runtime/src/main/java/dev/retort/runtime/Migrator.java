package dev.retort.runtime;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Applies a registry of revisions to a database.
 *
 * <p>A target is {@code head} (or {@code heads}, when there are several), {@code base} (before the first revision), the
 * id of a revision or the beginning of one that no other begins with, {@code +n} or {@code -n} (the next or last
 * {@code n} revisions in registry order), {@code id+n} or {@code id-n} (along the line from there).
 *
 * <p>With nothing to do, a call takes one connection and one SELECT, and no lock. Otherwise it takes a lock that the
 * database releases when the process dies, reads the history again, and goes on from what it finds: any number of
 * processes may start at once. On SQLite a revision is applied whole or not at all. On H2, where DDL commits, progress
 * is recorded after each step, and the next call in the same direction continues where the last one stopped.
 *
 * <p>Every call takes one connection, also from a pool that has no second one, and gives it back with autocommit and
 * settings as they were. It must not be inside a transaction of someone else.
 *
 * <p>Every method may throw a {@link MigrationException} to refuse, with nothing changed, or on failure. Immutable;
 * safe for use by several threads as far as the data source is.
 */
public final class Migrator {

    private static final Duration LOCK_TIMEOUT = Duration.ofMinutes(5);

    /** As far as SQLite counts, some 24 days. */
    private static final Duration LONGEST_LOCK_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

    private final DataSource dataSource;
    private final MigrationRegistry registry;
    private final RevisionGraph graph;
    private final Duration lockTimeout;
    private final boolean newerAllowed;
    private final HistoryTable historyTable;
    private final @Nullable MigrationListener listener;

    private Migrator(
            DataSource dataSource,
            MigrationRegistry registry,
            RevisionGraph graph,
            Duration lockTimeout,
            boolean newerAllowed,
            HistoryTable historyTable,
            @Nullable MigrationListener listener) {
        this.dataSource = dataSource;
        this.registry = registry;
        this.graph = graph;
        this.lockTimeout = lockTimeout;
        this.newerAllowed = newerAllowed;
        this.historyTable = historyTable;
        this.listener = listener;
    }

    /**
     * Connects to nothing yet. Waits at most five minutes for a lock.
     *
     * @throws IllegalArgumentException when the registry lists a revision twice, or before one that it revises
     */
    public static Migrator of(DataSource dataSource, MigrationRegistry registry) {
        Objects.requireNonNull(dataSource, "dataSource");
        return new Migrator(
                dataSource,
                registry,
                new RevisionGraph(registry.revisions()),
                LOCK_TIMEOUT,
                false,
                HistoryTable.DEFAULT,
                null);
    }

    /**
     * The same migrator with another limit on waiting for a lock that others hold. Zero does not wait;
     * more than some 24 days is taken as 24 days.
     *
     * @throws IllegalArgumentException when it is less than zero
     */
    public Migrator withLockTimeout(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("a lock timeout cannot be less than zero");
        }
        boolean longer = timeout.compareTo(LONGEST_LOCK_TIMEOUT) > 0;
        return new Migrator(
                dataSource,
                registry,
                graph,
                longer ? LONGEST_LOCK_TIMEOUT : timeout,
                newerAllowed,
                historyTable,
                listener);
    }

    /**
     * The same migrator, which also works with a database that a newer program has migrated: its further revisions must
     * be applied to their end and descend from those known here, and there must be nothing to do. For a deployment that
     * is rolled back while the schema stays. Without it such a database is refused.
     */
    public Migrator allowingNewerRevisions() {
        return new Migrator(dataSource, registry, graph, lockTimeout, true, historyTable, listener);
    }

    /**
     * The same migrator with another table for the history than {@code retort_history} in the default schema, for two
     * registries that migrate one database, or a schema of its own for such tables. The schema must be there; the table
     * is made when it is needed. Every program that migrates the database must be told the same.
     *
     * @param table its name, with the schema (the database on MariaDB and MySQL) before a dot if it lies in another than
     *     the default one; each of letters, digits and {@code _}, and written without quotes in every statement
     * @throws IllegalArgumentException when it is no such name
     */
    public Migrator withHistoryTable(String table) {
        return new Migrator(dataSource, registry, graph, lockTimeout, newerAllowed, HistoryTable.of(table), listener);
    }

    /** The same migrator, whose upgrades and downgrades tell how they go on. */
    public Migrator withListener(MigrationListener newListener) {
        return new Migrator(dataSource, registry, graph, lockTimeout, newerAllowed, historyTable, newListener);
    }

    /** Applies every revision that is not applied, in registry order. */
    public MigrationResult upgrade() {
        return upgrade("heads");
    }

    /** Applies the target and what it revises, directly or not, as far as they are not applied; nothing else. */
    public MigrationResult upgrade(String target) {
        return migrate(Direction.UPGRADE, target);
    }

    /**
     * Undoes every applied revision that revises the target, directly or not, the last one first; other branches stay.
     * The target must be applied, or be {@code base}, which undoes all.
     */
    public MigrationResult downgrade(String target) {
        return migrate(Direction.DOWNGRADE, target);
    }

    private MigrationResult migrate(Direction direction, String target) {
        return with(database -> {
            Itinerary itinerary = itinerary(database, direction, target);
            database.listener = listener;
            return itinerary.isEmpty() ? new MigrationResult(List.of()) : new Run(itinerary, database).migrate();
        });
    }

    /** What {@link #upgrade(String)} would run as the database stands, in this order; refuses what that would refuse. */
    public List<Revision> upgradePath(String target) {
        return path(Direction.UPGRADE, target);
    }

    /** What {@link #downgrade} would undo as the database stands, in this order; refuses what that would refuse. */
    public List<Revision> downgradePath(String target) {
        return path(Direction.DOWNGRADE, target);
    }

    private List<Revision> path(Direction direction, String target) {
        return with(database -> itinerary(database, direction, target).path());
    }

    private Itinerary itinerary(Database database, Direction direction, String target) throws SQLException {
        Objects.requireNonNull(target, "target");
        Itinerary itinerary = new Itinerary(registry, graph, database.family(), direction, target, newerAllowed);
        itinerary.plan(read(database));
        return itinerary;
    }

    /**
     * The revisions that a target names, with all that they revise, in registry order. Connects to nothing.
     *
     * @param target as for {@link #upgrade(String)}, but for {@code +n} and {@code -n} alone
     */
    public List<Revision> revisions(String target) {
        return graph.revisions(Target.stamp(graph, target));
    }

    /**
     * Records that the database stands at a revision, without running anything: how a database that was made in another
     * way is adopted, or one that was repaired by hand. The history afterwards holds the target and what it revises, with
     * the checksums of this program, and nothing else.
     *
     * @param target as for {@link #upgrade(String)}, but for {@code +n} and {@code -n} alone
     * @throws CatalogueMismatchException when the database lacks something that an upgrade to the target makes, or has
     *     it otherwise; what it has beyond that does not count
     */
    public void stamp(String target) {
        stamp(target, true);
    }

    /** As {@link #stamp}, without a look at what the database holds. Also forgets revisions that are not known. */
    public void stampUnverified(String target) {
        stamp(target, false);
    }

    private void stamp(String target, boolean verified) {
        Objects.requireNonNull(target, "target");
        with(database -> {
            new Stamp(registry, graph, database).at(target, verified);
            return target;
        });
    }

    /**
     * Compares what the database holds with what its revisions made, to find what others changed by hand. Reads only, and
     * takes no lock: not to be trusted while a migration runs.
     */
    public Verification verify() {
        return with(database ->
                Verification.of(database, registry, graph, read(database).applied(registry, graph, newerAllowed)));
    }

    /**
     * What the database holds, as its own catalogue says: items such as {@code column users.email}, and what is to be
     * known of each, such as {@code varchar(255) not null}, which may be empty. Of the default schema, and of those that
     * tables are in at the heads of the registry; without Retort's own tables. What is told is told by {@link Verification}.
     * Reads only, and takes no lock.
     *
     * @return sorted by item, and the caller's own
     */
    public Map<String, String> catalogue() {
        return with(database ->
                Catalogue.beside(database, ExpectedCatalogue.of(registry, graph, graph.all(), database.family())));
    }

    /**
     * Writes the SQL that leads from one revision to another on the connected database, as {@link MigrationScript} does.
     * Of the database no more is asked than which one it is.
     *
     * @throws IOException when {@code out} does
     */
    public void script(String range, Appendable out) throws IOException {
        MigrationScript.write(registry, with(Database::family), range, historyTable, out);
    }

    /** The applied revisions that no other applied one revises, in registry order; empty at the base. */
    public List<Revision> current() {
        return graph.revisions(graph.headsOf(applied()));
    }

    /** The revisions that are not applied, in registry order. One whose upgrade stopped halfway is among them. */
    public List<Revision> pending() {
        BitSet pending = graph.all();
        pending.andNot(applied());
        return graph.revisions(pending);
    }

    private BitSet applied() {
        return read().applied(registry, graph, newerAllowed);
    }

    /** Every revision of the registry, in its order, with what the database records of it. */
    public List<HistoryEntry> history() {
        History history = read();
        history.applied(registry, graph, newerAllowed);
        List<HistoryEntry> entries = new ArrayList<>(graph.size());
        for (Revision revision : graph.revisions()) {
            entries.add(HistoryRow.entry(revision, history.row(revision.id())));
        }
        return List.copyOf(entries);
    }

    /** The revisions of the registry that no other one revises, in its order. Connects to nothing. */
    public List<Revision> heads() {
        return graph.revisions(graph.headsOf(graph.all()));
    }

    private History read() {
        return with(Migrator::read);
    }

    private interface Work<T> {
        T run(Database database) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (Database database = connect()) {
            try {
                return work.run(database);
            } catch (SQLException e) {
                throw failure(database, e);
            }
        } catch (SQLException e) {
            throw failure(null, e);
        }
    }

    private Database connect() throws SQLException {
        Database database = Database.connect(dataSource, lockTimeout);
        database.history = historyTable;
        if (!registry.dialects().contains(database.family())) {
            try (database) {
                throw new MissingDialectException(registry, database.family());
            }
        }
        return database;
    }

    private static History read(Database database) throws SQLException {
        try {
            return database.history.select(database.connection);
        } catch (SQLException unreadable) {
            // No table yet, or a lock of another process: only the catalogue can tell, once it can be had.
            try {
                database.open();
                return database.history.read(database.connection);
            } catch (SQLException e) {
                e.addSuppressed(unreadable);
                throw e;
            }
        }
    }

    private MigrationException failure(@Nullable Database database, SQLException e) {
        return database != null && database.isBusy(e)
                ? LockUnavailableException.timeout(lockTimeout, e)
                : new DatabaseAccessException(
                        "the database cannot be " + (database == null ? "reached" : "used"), e, e);
    }
}
