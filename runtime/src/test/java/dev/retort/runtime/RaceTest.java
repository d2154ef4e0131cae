package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many at once, and some that die: each revision runs once, and everyone comes up. */
class RaceTest {

    private static final int THREADS = 8;
    private static final int PROCESSES = 4;
    private static final String[] ALL = {"r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "r10", "r11", "r12"};

    @TempDir
    Path directory;

    private final List<Process> processes = new ArrayList<>();
    private Server server;

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        if (server != null) {
            server.stop();
        }
    }

    /** Of H2, one that a server in this process holds open on the loopback interface. */
    private TestDatabase shared(TestDatabase.Family family) throws Exception {
        if (family != TestDatabase.Family.H2) {
            return family.in(directory);
        }
        System.setProperty("h2.bindAddress", "127.0.0.1");
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", directory.toString())
                .start();
        return new TestDatabase(family, "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./test");
    }

    private RacingProcess.Started start(String... arguments) throws Exception {
        RacingProcess.Started started = RacingProcess.start(directory.resolve("errors.log"), arguments);
        processes.add(started.process());
        return started;
    }

    private String errors() throws Exception {
        return Files.readString(directory.resolve("errors.log"));
    }

    private static void assertMigrated(TestDatabase database) throws Exception {
        assertThat(database.recorded()).containsExactlyInAnyOrder(ALL);
        for (int i = 1; i <= 12; i++) {
            assertThat(database.query("select i from t" + i)).containsExactly("" + i);
        }
    }

    @ParameterizedTest
    @EnumSource
    void threads(TestDatabase.Family family) throws Exception {
        race(family.in(directory));
    }

    @RepeatedTest(5)
    void threadsAfterTheLocksHolderDied() throws Exception {
        TestDatabase database = TestDatabase.Family.H2.in(directory);
        database.execute(
                "create table retort_lock (id integer not null primary key, session_id integer,"
                        + " session_start timestamp(9) with time zone)",
                "insert into retort_lock values (1, 1, timestamp with time zone '2001-01-01 00:00:00+00')");
        race(database);
    }

    private static void race(TestDatabase database) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<MigrationResult>> results = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                results.add(executor.submit(() -> {
                    start.await();
                    return Migrator.of(database.dataSource(), RacingProcess.registry(RacingProcess::insertSeven))
                            .upgrade();
                }));
            }
            List<String> ran = new ArrayList<>();
            for (Future<MigrationResult> result : results) {
                result.get(2, TimeUnit.MINUTES)
                        .revisions()
                        .forEach(completed -> ran.add(completed.revision().id()));
            }
            assertThat(ran).containsExactlyInAnyOrder(ALL);
            assertMigrated(database);
        } finally {
            executor.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void processes(TestDatabase.Family family) throws Exception {
        TestDatabase database = shared(family);
        List<RacingProcess.Started> racers = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            racers.add(start(database.url()));
        }
        for (RacingProcess.Started racer : racers) {
            racer.awaitReady();
        }
        for (RacingProcess.Started racer : racers) {
            racer.go();
        }
        List<String> ran = new ArrayList<>();
        for (RacingProcess.Started racer : racers) {
            ran.addAll(racer.ran());
            assertThat(racer.process().waitFor()).as(errors()).isZero();
        }
        assertThat(ran).containsExactlyInAnyOrder(ALL);
        assertMigrated(database);
    }

    @Test
    void aProcessThatDiesOnSqliteLeavesTheRevisionUndone() throws Exception {
        TestDatabase database = shared(TestDatabase.Family.SQLITE);
        dieInTheSeventh(database);
        assertThat(database.recorded()).containsExactly("r1", "r2", "r3", "r4", "r5", "r6");
        assertThat(database.query("select name from sqlite_master where name = 't7'"))
                .isEmpty();
        finish(database);
    }

    @Test
    void aProcessThatDiesOnH2LeavesNoLockAndItsProgress() throws Exception {
        TestDatabase database = shared(TestDatabase.Family.H2);
        dieInTheSeventh(database);
        assertThat(database.recorded()).containsExactly("r1", "r2", "r3", "r4", "r5", "r6", "r7 upgrade 1");
        assertThat(database.query("select i from t7")).isEmpty();
        finish(database);
    }

    @Test
    void aProcessThatDiesOnPostgresqlLeavesTheRevisionUndoneAndNoLock() throws Exception {
        TestDatabase database = shared(TestDatabase.Family.POSTGRESQL);
        dieInTheSeventh(database);
        assertThat(database.recorded()).containsExactlyInAnyOrder("r1", "r2", "r3", "r4", "r5", "r6");
        finish(database);
    }

    @Test
    void aProcessThatDiesOnMariadbLeavesNoLockAndItsProgress() throws Exception {
        TestDatabase database = shared(TestDatabase.Family.MARIADB);
        dieInTheSeventh(database);
        assertThat(database.recorded()).containsExactlyInAnyOrder("r1", "r2", "r3", "r4", "r5", "r6", "r7 upgrade 1");
        assertThat(database.query("select i from t7")).isEmpty();
        finish(database);
    }

    private void dieInTheSeventh(TestDatabase database) throws Exception {
        RacingProcess.Started victim = start(database.url(), "dies");
        victim.awaitReady();
        victim.go();
        assertThat(victim.ran()).isEmpty();
        assertThat(victim.process().waitFor()).as(errors()).isEqualTo(9);
    }

    private static void finish(TestDatabase database) throws Exception {
        MigrationResult result = Migrator.of(database.dataSource(), RacingProcess.registry(RacingProcess::insertSeven))
                .upgrade();
        assertThat(result.revisions())
                .extracting(completed -> completed.revision().id())
                .containsExactly("r7", "r8", "r9", "r10", "r11", "r12");
        assertMigrated(database);
    }
}
