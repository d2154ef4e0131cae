package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who waits for the lock of another migrator says so, and not for ever. */
class WaitingTest {

    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Logger LOGGER = Logger.getLogger("dev.retort.runtime");

    @TempDir
    Path directory;

    private final List<String> messages = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final CountDownLatch holding = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            if (logged.getMessage().startsWith("Waiting for another connection")) {
                messages.add(logged.getLevel() + " " + logged.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOGGER.addHandler(handler);
    }

    @AfterEach
    void stop() {
        release.countDown();
        executor.shutdownNow();
        LOGGER.removeHandler(handler);
    }

    /** Holds the lock in its first revision until it is released. */
    private TestRegistry registry(Object... then) {
        return TestRegistry.empty()
                .revision("a")
                .up(Step.java("Holder::hold", connection -> {
                    holding.countDown();
                    try {
                        assertThat(release.await(1, TimeUnit.MINUTES)).isTrue();
                    } catch (InterruptedException e) {
                        throw new SQLException(e);
                    }
                }))
                .revision("b", "a")
                .up(then);
    }

    private Future<MigrationResult> upgrade(TestDatabase database, TestRegistry registry) {
        return executor.submit(
                () -> Migrator.of(database.dataSource(), registry).upgrade());
    }

    @ParameterizedTest
    @EnumSource
    void isBoundedAndLogged(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        TestRegistry registry = registry("create table t (i integer)");
        Future<MigrationResult> holder = upgrade(database, registry);
        assertThat(holding.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(messages).isEmpty();

        long start = System.nanoTime();
        assertThatThrownBy(() -> Migrator.of(database.dataSource(), registry)
                        .withLockTimeout(PATIENCE)
                        .upgrade())
                .isInstanceOf(LockUnavailableException.class)
                .hasMessageStartingWith(
                        "another connection keeps the lock that a migration needs (time limit 200 ms)\n");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(PATIENCE, Duration.ofSeconds(30));
        assertThat(messages)
                .containsExactly(
                        family == TestDatabase.Family.SQLITE
                                ? "INFO Waiting for another connection that writes to this SQLite database"
                                : "INFO Waiting for another connection that migrates this database");
        release.countDown();
        assertThat(holder.get(1, TimeUnit.MINUTES).revisions()).hasSize(2);
        assertThat(Migrator.of(database.dataSource(), registry)
                        .withLockTimeout(Duration.ZERO)
                        .upgrade()
                        .revisions())
                .isEmpty();
    }

    /** A {@code create index concurrently} waits for whoever has a snapshot: who waits for the lock has none. */
    @Test
    void doesNotStandInTheWayOfAnIndexThatIsMadeConcurrently() throws Exception {
        TestDatabase database = TestDatabase.Family.POSTGRESQL.in(directory);
        database.execute("create table t (i integer)");
        TestRegistry registry = registry(Step.alone("create index concurrently ix on t (i)", List.of("t"), ""));
        Future<MigrationResult> holder = upgrade(database, registry);
        assertThat(holding.await(1, TimeUnit.MINUTES)).isTrue();
        CountDownLatch waiting = new CountDownLatch(3);
        RecordingDataSource polls = database.dataSource().onSql(sql -> {
            if (sql.contains("pg_try_advisory_lock")) {
                waiting.countDown();
            }
        });
        Future<MigrationResult> waits =
                executor.submit(() -> Migrator.of(polls, registry).upgrade());
        assertThat(waiting.await(1, TimeUnit.MINUTES)).isTrue();
        release.countDown();
        assertThat(holder.get(1, TimeUnit.MINUTES).revisions()).hasSize(2);
        assertThat(waits.get(1, TimeUnit.MINUTES).revisions()).isEmpty();
        assertThat(database.query("select indisvalid from pg_index where indexrelid = 'ix'::regclass"))
                .containsExactly("t");
    }

    /** What polling is for: a session that waits in {@code pg_advisory_lock} would keep the index from being made. */
    @Test
    void asASessionWouldThatIsBlocked() throws Exception {
        TestDatabase database = TestDatabase.Family.POSTGRESQL.in(directory);
        database.execute("create table t (i integer)");
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement();
                Connection blocked = database.connect();
                Statement wait = blocked.createStatement()) {
            statement.execute("select pg_advisory_lock(1)");
            long pid = Long.parseLong(
                    TestDatabase.query(blocked, "select pg_backend_pid()").get(0));
            Future<Boolean> waits = executor.submit(() -> wait.execute("select pg_advisory_lock(1)"));
            String isBlocked = "select count(*) from pg_locks where locktype = 'advisory' and not granted and pid = ";
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (!database.query(isBlocked + pid).equals(List.of("1"))) {
                assertThat(System.nanoTime()).isLessThan(end);
            }
            statement.execute("set statement_timeout = 300");
            assertThatThrownBy(() -> statement.execute("create index concurrently ix on t (i)"))
                    .hasMessageContaining("statement timeout");
            statement.execute("select pg_advisory_unlock(1)");
            assertThat(waits.get(1, TimeUnit.MINUTES)).isTrue();
        }
    }
}
