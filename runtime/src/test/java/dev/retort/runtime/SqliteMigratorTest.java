package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteMigratorTest {

    private static final String[] PARENT_AND_CHILD = {
        "create table parent (id integer primary key, name text)",
        "create table child (id integer primary key, parent_id integer not null references parent (id))",
        "insert into parent values (1, 'one'), (2, 'two')",
        "insert into child values (7, 1), (8, 2)"
    };

    @TempDir
    Path directory;

    private TestDatabase database;

    @BeforeEach
    void createDatabase() throws Exception {
        database = TestDatabase.Family.SQLITE.in(directory);
    }

    private RecordingDataSource withForeignKeys() {
        return new RecordingDataSource(() -> {
            Connection connection = database.connect();
            try (var statement = connection.createStatement()) {
                statement.execute("pragma foreign_keys = on");
            }
            return connection;
        });
    }

    @Test
    void aFailingStatementLeavesNothing() throws Exception {
        TestRegistry registry = TestRegistry.of("sqlite")
                .revision("a")
                .up("create table t (i integer)", "insert into t values (1)", "insert into nowhere values (1)");
        assertThatThrownBy(() -> Migrator.of(database.dataSource(), registry).upgrade())
                .isInstanceOfSatisfying(StepFailedException.class, e -> {
                    assertThat(e.revision()).isEqualTo("a");
                    assertThat(e.step()).isEqualTo(3);
                    assertThat(e.steps()).isEqualTo(3);
                    assertThat(e.text()).isEqualTo("insert into nowhere values (1)");
                })
                .hasMessage("""
                        upgrade of a failed at step 3 of 3
                          insert into nowhere values (1)
                          org.sqlite.SQLiteException: [SQLITE_ERROR] SQL error or missing database (no such table: nowhere)
                          help: the revision was rolled back as a whole; correct it, and upgrade again""");
        assertThat(database.query("select name from sqlite_master")).isEmpty();

        TestRegistry corrected = TestRegistry.of("sqlite").revision("a").up("create table t (i integer)");
        Migrator.of(database.dataSource(), corrected).upgrade();
        assertThat(database.recorded()).containsExactly("a");
    }

    @Test
    void aFailureKeepsTheRevisionsBeforeIt() throws Exception {
        TestRegistry registry = TestRegistry.of("sqlite")
                .revision("a")
                .up("create table t (i integer)")
                .revision("b", "a")
                .up("create table u (i integer)", "no statement");
        assertThatThrownBy(() -> Migrator.of(database.dataSource(), registry).upgrade())
                .isInstanceOf(StepFailedException.class);
        assertThat(database.recorded()).containsExactly("a");
        assertThat(database.query("select name from sqlite_master where type = 'table' order by 1"))
                .containsExactly("retort_history", "t");
    }

    @Test
    void aRebuildRunsWithoutForeignKeysAndIsCheckedAfterwards() throws Exception {
        database.execute(PARENT_AND_CHILD);
        TestRegistry registry = TestRegistry.of("sqlite")
                .revision("rebuild")
                .up(
                        "create table new_parent (id integer primary key, name text not null)",
                        "insert into new_parent select id, name from parent",
                        "drop table parent",
                        "alter table new_parent rename to parent",
                        Step.foreignKeyCheck());
        RecordingDataSource dataSource = withForeignKeys();
        Migrator.of(dataSource, registry).upgrade();
        assertThat(database.query("select id, parent_id from child order by id"))
                .containsExactly("7,1", "8,2");
        assertThat(dataSource.events())
                .containsSubsequence(
                        "PRAGMA foreign_keys = OFF",
                        "BEGIN IMMEDIATE",
                        "drop table parent",
                        "PRAGMA foreign_key_check",
                        "COMMIT",
                        "PRAGMA foreign_keys = ON");
    }

    @Test
    void foreignKeysStayOnWithoutARebuild() throws Exception {
        database.execute(PARENT_AND_CHILD);
        TestRegistry registry = TestRegistry.of("sqlite").revision("orphan").up("delete from parent where id = 1");
        RecordingDataSource dataSource = withForeignKeys();
        assertThatThrownBy(() -> Migrator.of(dataSource, registry).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("FOREIGN KEY constraint failed");
        assertThat(dataSource.events()).doesNotContain("PRAGMA foreign_keys = OFF");
    }

    @Test
    void aRebuildThatLosesRowsIsRolledBack() throws Exception {
        database.execute(PARENT_AND_CHILD);
        List<String> before = database.query("select name, sql from sqlite_master order by name");
        TestRegistry registry = TestRegistry.of("sqlite")
                .revision("rebuild")
                .up(
                        "create table new_parent (id integer primary key)",
                        "insert into new_parent select id from parent where id = 1",
                        "drop table parent",
                        "alter table new_parent rename to parent",
                        Step.foreignKeyCheck());
        try (Connection connection = withForeignKeys().getConnection()) {
            RecordingDataSource dataSource = new RecordingDataSource(new PoolOfOne(connection));
            assertThatThrownBy(() -> Migrator.of(dataSource, registry).upgrade())
                    .isInstanceOfSatisfying(
                            ForeignKeyViolationException.class,
                            e -> assertThat(e.violations()).containsExactly("table child, rowid 8, refers to parent"))
                    .hasMessage("""
                            revision rebuild leaves broken foreign keys
                              table child, rowid 8, refers to parent
                              help: correct or delete these rows, or change the revision; it was rolled back""");
            assertThat(TestDatabase.query(connection, "pragma foreign_keys")).containsExactly("1");
        }
        assertThat(database.query("select name, sql from sqlite_master order by name"))
                .isEqualTo(before);
        assertThat(database.query("select id, name from parent order by id")).containsExactly("1,one", "2,two");
    }

    @Test
    void orphansOfADatabaseThatNeverEnforcedItsKeysDoNotStopARebuild() throws Exception {
        database.execute(PARENT_AND_CHILD);
        database.execute("pragma foreign_keys = off", "insert into child values (9, 77)");
        TestRegistry registry = TestRegistry.of("sqlite")
                .revision("rebuild")
                .up(
                        "create table new_parent (id integer primary key, name text)",
                        "insert into new_parent select id, name from parent",
                        "drop table parent",
                        "alter table new_parent rename to parent",
                        Step.foreignKeyCheck());

        Migrator.of(database.dataSource(), registry).upgrade();

        assertThat(database.query("select id, name from parent order by id")).containsExactly("1,one", "2,two");
        assertThat(database.recorded()).containsExactly("rebuild");
    }

    @Test
    void aStepThatCommitsInSqlIsFoundOut() throws Exception {
        TestRegistry registry = TestRegistry.of("sqlite")
                .revision("a")
                .up("create table t (i integer)", "commit", "create table u (i integer)");
        assertThatThrownBy(() -> Migrator.of(database.dataSource(), registry).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessageStartingWith("upgrade of a failed at step 2 of 3\n  commit\n")
                .hasCauseInstanceOf(TransactionControlException.class);
        assertThat(database.query("select name from sqlite_master where name = 'u'"))
                .isEmpty();
    }

    @Test
    void aHeldLockIsWaitedForNoLongerThanAllowed() throws Exception {
        try (Connection holder = database.connect();
                var statement = holder.createStatement()) {
            statement.execute("begin immediate");
            Migrator migrator =
                    Migrator.of(database.dataSource(), Shop.registry()).withLockTimeout(Duration.ZERO);
            assertThatThrownBy(migrator::upgrade)
                    .isInstanceOf(LockUnavailableException.class)
                    .hasMessageStartingWith(
                            "another connection keeps the lock that a migration needs (time limit 0 ms)\n");
            statement.execute("rollback");
            assertThat(migrator.upgrade().revisions()).hasSize(5);
        }
    }

    @Test
    void aHeldLockIsWaitedFor() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (Connection holder = database.connect();
                var statement = holder.createStatement()) {
            statement.execute("begin immediate");
            AtomicInteger attempts = new AtomicInteger();
            CountDownLatch waiting = new CountDownLatch(2);
            RecordingDataSource dataSource = database.dataSource().onSql(sql -> {
                if (sql.equals("BEGIN IMMEDIATE")) {
                    attempts.incrementAndGet();
                    waiting.countDown();
                }
            });
            Future<MigrationResult> result = executor.submit(
                    () -> Migrator.of(dataSource, Shop.registry()).upgrade());
            assertThat(waiting.await(1, TimeUnit.MINUTES)).isTrue();
            statement.execute("rollback");
            assertThat(result.get(1, TimeUnit.MINUTES).revisions()).hasSize(5);
            assertThat(attempts.get()).isEqualTo(6);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aReaderWaitsForAWriterThatLocksReadersOut() throws Exception {
        Migrator.of(database.dataSource(), Shop.registry()).upgrade();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (Connection holder = database.connect();
                var statement = holder.createStatement()) {
            statement.execute("begin exclusive");
            CountDownLatch waiting = new CountDownLatch(1);
            RecordingDataSource impatient = new RecordingDataSource(() -> {
                        Connection connection = database.connect();
                        TestDatabase.query(connection, "pragma busy_timeout = 0");
                        return connection;
                    })
                    .onSql(sql -> {
                        if (sql.startsWith("PRAGMA busy_timeout =")) {
                            waiting.countDown();
                        }
                    });
            Future<MigrationResult> result = executor.submit(
                    () -> Migrator.of(impatient, Shop.registry()).upgrade());
            assertThat(waiting.await(1, TimeUnit.MINUTES)).isTrue();
            statement.execute("rollback");
            assertThat(result.get(1, TimeUnit.MINUTES).revisions()).isEmpty();

            statement.execute("begin exclusive");
            assertThatThrownBy(() -> Migrator.of(impatient, Shop.registry())
                            .withLockTimeout(Duration.ZERO)
                            .upgrade())
                    .isInstanceOf(LockUnavailableException.class);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void whatOthersApplyBetweenTwoRevisionsIsNotAppliedAgain() throws Exception {
        Migrator other = Migrator.of(database.dataSource(), Shop.registry());
        RecordingDataSource dataSource = database.dataSource().onSql(new BeforeBegin(3, () -> other.upgrade("+2")));
        MigrationResult result = Migrator.of(dataSource, Shop.registry()).upgrade();
        assertThat(result.revisions())
                .extracting(completed -> completed.revision().id())
                .containsExactly("start", "left", "fill");
        assertThat(database.recorded()).containsExactly("fill", "left", "merge", "right", "start");
    }

    @Test
    void whatOthersUndoBetweenTwoRevisionsStopsTheUpgrade() throws Exception {
        Migrator other = Migrator.of(database.dataSource(), Shop.registry());
        RecordingDataSource dataSource = database.dataSource().onSql(new BeforeBegin(3, () -> other.downgrade("base")));
        assertThatThrownBy(() -> Migrator.of(dataSource, Shop.registry()).upgrade())
                .isInstanceOf(ConcurrentMigrationException.class)
                .hasMessageStartingWith("cannot go on to upgrade right\n");
        assertThat(database.recorded()).isEmpty();
    }

    /** Does something once, right before a transaction begins. */
    private static final class BeforeBegin implements java.util.function.Consumer<String> {

        private final Runnable action;
        private int left;

        BeforeBegin(int nth, Runnable action) {
            this.left = nth;
            this.action = action;
        }

        @Override
        public void accept(String sql) {
            if (sql.equals("BEGIN IMMEDIATE") && --left == 0) {
                action.run();
            }
        }
    }
}
