package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2MigratorTest {

    @TempDir
    Path directory;

    private TestDatabase database;

    @BeforeEach
    void createDatabase() throws Exception {
        database = TestDatabase.Family.H2.in(directory);
    }

    private static TestRegistry registry(String checksum, Object... steps) {
        return TestRegistry.of("h2")
                .revision("a")
                .up("create table t (i integer)")
                .down("drop table t")
                .changed("b", checksum, "a")
                .up(steps)
                .down("drop table v", "drop table u");
    }

    private MigrationResult upgrade(TestRegistry registry) {
        return Migrator.of(database.dataSource(), registry).upgrade();
    }

    @Test
    void anUpgradeThatFailedHalfwayContinuesThere() throws Exception {
        TestRegistry broken =
                registry("1", "create table u (i integer)", "insert into t values (1)", "no statement", "drop table t");
        assertThatThrownBy(() -> upgrade(broken))
                .isInstanceOfSatisfying(StepFailedException.class, e -> {
                    assertThat(e.step()).isEqualTo(3);
                    assertThat(e.steps()).isEqualTo(4);
                })
                .hasMessageContaining(
                        "help: the steps before are recorded, and not run again; correct it, and upgrade again");
        assertThat(database.recorded()).containsExactly("a", "b upgrade 2");

        Migrator migrator = Migrator.of(database.dataSource(), broken);
        assertThat(migrator.current()).extracting(Revision::id).containsExactly("a");
        assertThat(migrator.pending()).extracting(Revision::id).containsExactly("b");
        assertThat(migrator.history().get(1).status()).isEqualTo(HistoryEntry.Status.UPGRADE_UNFINISHED);
        assertThat(migrator.history().get(1).stepsDone()).isEqualTo(2);

        TestRegistry corrected =
                registry("2", "create table u (i integer)", "insert into t values (1)", "create table v (i integer)");
        assertThat(upgrade(corrected).revisions())
                .extracting(completed -> completed.revision().id())
                .containsExactly("b");
        assertThat(database.recorded()).containsExactly("a", "b");
        assertThat(database.query("select checksum from retort_history where revision = 'b'"))
                .containsExactly("2");
        assertThat(database.query("select * from t")).containsExactly("1");
        assertThat(upgrade(corrected).revisions()).isEmpty();
    }

    @Test
    void whatIsDoneMayNotBeEditedBeforeItContinues() throws Exception {
        assertThatThrownBy(() -> upgrade(registry("1", "create table u (i integer)", "no statement")))
                .isInstanceOf(StepFailedException.class);
        TestRegistry edited = registry("2", "create table u (i bigint)", "create table v (i integer)");
        assertThatThrownBy(() -> upgrade(edited))
                .isInstanceOf(UnfinishedRevisionException.class)
                .hasMessage("""
                        the upgrade of b cannot be continued
                          it stopped after step 1, and what was run up to there has been edited since
                          help: restore what is done, and correct only the steps after it""");
        assertThatThrownBy(() -> upgrade(registry("2"))).isInstanceOf(UnfinishedRevisionException.class);
        assertThat(database.recorded()).containsExactly("a", "b upgrade 1");
    }

    @Test
    void aFirstStepThatFailsIsNotRecorded() throws Exception {
        assertThatThrownBy(() -> upgrade(registry("1", "no statement")))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("help: no step of it is recorded; correct it");
        assertThat(database.recorded()).containsExactly("a");
    }

    @Test
    void aJavaStepThatFailsTakesItsRowsBack() throws Exception {
        TestRegistry registry = registry("1", "create table u (i integer)", Step.java("Filler::fill", connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("insert into u values (1)");
            }
            throw new IllegalStateException("on purpose");
        }));
        assertThatThrownBy(() -> upgrade(registry))
                .isInstanceOf(StepFailedException.class)
                .hasRootCauseMessage("on purpose");
        assertThat(database.query("select * from u")).isEmpty();
        assertThat(database.recorded()).containsExactly("a", "b upgrade 1");
    }

    @Test
    void aDowngradeThatFailedHalfwayContinuesThere() throws Exception {
        TestRegistry registry = registry("1", "create table u (i integer)", "create table v (i integer)");
        upgrade(registry);
        database.execute("drop table u");
        Migrator migrator = Migrator.of(database.dataSource(), registry);
        assertThatThrownBy(() -> migrator.downgrade("base"))
                .isInstanceOf(StepFailedException.class)
                .hasMessageStartingWith("downgrade of b failed at step 2 of 2\n  drop table u\n");
        assertThat(database.recorded()).containsExactly("a", "b downgrade 1");
        assertThat(migrator.history().get(1).status()).isEqualTo(HistoryEntry.Status.DOWNGRADE_UNFINISHED);

        assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(UnfinishedRevisionException.class)
                .hasMessage("""
                        the downgrade of b is not finished
                          it stopped after step 1, and this call does not continue it
                          help: finish it with downgrade first""");

        database.execute("create table u (i integer)");
        assertThat(migrator.downgrade("base").revisions()).hasSize(2);
        assertThat(database.recorded()).isEmpty();
        assertThat(database.catalogue()).isEmpty();
    }

    @Test
    void anUnfinishedUpgradeIsNotUndone() throws Exception {
        TestRegistry broken = registry("1", "create table u (i integer)", "no statement");
        assertThatThrownBy(() -> upgrade(broken)).isInstanceOf(StepFailedException.class);
        Migrator migrator = Migrator.of(database.dataSource(), broken);
        assertThatThrownBy(() -> migrator.downgrade("base")).isInstanceOf(UnfinishedRevisionException.class);
        assertThatThrownBy(() -> migrator.upgrade("a")).isInstanceOf(UnfinishedRevisionException.class);
        assertThat(database.recorded()).containsExactly("a", "b upgrade 1");
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aHeldLockIsWaitedForNoLongerThanAllowed() throws Exception {
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        TestRegistry registry = registry("1", "create table u (i integer)", Step.java("Holder::hold", connection -> {
            holding.countDown();
            assertThat(awaited(release)).isTrue();
        }));
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Future<MigrationResult> holder = executor.submit(() -> upgrade(registry));
            assertThat(holding.await(1, TimeUnit.MINUTES)).isTrue();
            assertThatThrownBy(() -> Migrator.of(database.dataSource(), registry)
                            .withLockTimeout(Duration.ZERO)
                            .upgrade())
                    .isInstanceOf(LockUnavailableException.class)
                    .hasMessageStartingWith(
                            "another connection keeps the lock that a migration needs (time limit 0 ms)\n");
            CountDownLatch tried = new CountDownLatch(1);
            RecordingDataSource waiting = database.dataSource().onSql(sql -> {
                if (sql.startsWith("update retort_lock")) {
                    tried.countDown();
                }
            });
            Future<MigrationResult> patient =
                    executor.submit(() -> Migrator.of(waiting, registry).upgrade());
            assertThat(tried.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(patient.isDone()).isFalse();
            release.countDown();
            assertThat(holder.get(1, TimeUnit.MINUTES).revisions()).hasSize(2);
            assertThat(patient.get(1, TimeUnit.MINUTES).revisions()).isEmpty();
        } finally {
            release.countDown();
            executor.shutdownNow();
        }
    }

    @Test
    void aLockWhoseHolderIsGoneCountsForNothing() throws Exception {
        TestRegistry registry = registry("1", "create table u (i integer)", "create table v (i integer)");
        upgrade(registry);
        database.execute("update retort_lock set session_id = 1, session_start = timestamp with time zone"
                + " '2001-01-01 00:00:00+00'");
        Migrator migrator = Migrator.of(database.dataSource(), registry).withLockTimeout(Duration.ZERO);
        assertThat(migrator.downgrade("a").revisions()).hasSize(1);
        assertThat(database.query("select id, session_id, session_start from retort_lock"))
                .containsExactly("1,null,null");
    }

    @Test
    void usersWhoCannotSeeTheLocksHolderAreRefused() throws Exception {
        database.execute("create user worker password 'w'", "grant alter any schema to worker");
        String url = "jdbc:h2:mem:" + directory.getFileName();
        RecordingDataSource dataSource = new RecordingDataSource(() -> DriverManager.getConnection(url, "worker", "w"));
        assertThatThrownBy(() -> Migrator.of(dataSource, registry("1")).upgrade())
                .isInstanceOf(LockUnavailableException.class)
                .hasMessageContaining("help: migrate as a user with ADMIN rights");
        assertThat(database.retortTables()).isEmpty();
        assertThat(dataSource.open()).isZero();
    }

    @Test
    void historyInLowerCaseIsFound() throws Exception {
        String url = "jdbc:h2:mem:" + directory.getFileName() + "-lower;DATABASE_TO_UPPER=FALSE;DB_CLOSE_DELAY=-1";
        RecordingDataSource dataSource = new RecordingDataSource(() -> DriverManager.getConnection(url, "sa", ""));
        Migrator migrator =
                Migrator.of(dataSource, registry("1", "create table u (i integer)", "create table v (i integer)"));
        assertThat(migrator.upgrade().revisions()).hasSize(2);
        assertThat(migrator.upgrade().revisions()).isEmpty();
        assertThat(migrator.downgrade("a").revisions()).hasSize(1);
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            assertThat(TestDatabase.query(connection, "select revision from retort_history"))
                    .isEqualTo(List.of("a"));
        }
    }
}
