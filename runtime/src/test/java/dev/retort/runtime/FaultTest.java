package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes that are killed with SIGKILL at boundaries of statements, and many that boot at once. The build tries a few
 * boundaries of each kind; {@code -Dretort.kills=all} tries every one. Prints a report.
 */
class FaultTest {

    private static final int KILLS = kills();
    private static final int BOOTS = 20;
    private static final int PENDING = 30;

    private static final Map<String, String> REPORT = new TreeMap<>();

    @TempDir
    Path directory;

    private Server h2;

    @AfterEach
    void stop() {
        if (h2 != null) {
            h2.stop();
        }
    }

    private static int kills() {
        String kills = System.getProperty("retort.kills", "5");
        return kills.equals("all") ? Integer.MAX_VALUE : Integer.parseInt(kills);
    }

    @AfterAll
    static void report() {
        System.out.println("Fault report");
        REPORT.forEach((what, result) -> System.out.println("  " + what + ": " + result));
    }

    @ParameterizedTest
    @EnumSource
    void killedAtABoundaryTheNextBootFinishes(TestDatabase.Family family) throws Exception {
        for (Direction direction : Direction.values()) {
            TestDatabase undisturbed = database(family, direction + "-undisturbed");
            prepare(family, undisturbed, direction);
            int boundaries =
                    Integer.parseInt(child(family, undisturbed, direction, 0).substring("done ".length()));
            assertThat(boundaries).isGreaterThan(60);
            State expected = State.of(undisturbed);
            int kills = Math.min(KILLS, boundaries);
            List<String> losses = new ArrayList<>();
            for (int kill = 0; kill < kills; kill++) {
                // Spread over all of them, the first and the last included.
                int boundary = kills == 1 ? 1 : 1 + (int) ((long) kill * (boundaries - 1) / (kills - 1));
                TestDatabase database = database(family, direction + "-" + boundary);
                prepare(family, database, direction);
                String where = child(family, database, direction, boundary);
                assertThat(where).startsWith("at ");
                loss(family, database, direction, expected)
                        .ifPresent(loss -> losses.add(boundary + " " + where + ": " + loss));
            }
            REPORT.put(
                    family.word() + " " + direction,
                    kills + " kills at " + boundaries + " boundaries, " + losses.size() + " losses");
            assertThat(losses).isEmpty();
        }
    }

    private static java.util.Optional<String> loss(
            TestDatabase.Family family, TestDatabase database, Direction direction, State expected) throws Exception {
        Migrator migrator = Migrator.of(database.dataSource(), FaultyProcess.registry(family));
        try {
            if (direction == Direction.UPGRADE) {
                migrator.upgrade();
            } else {
                migrator.downgrade("base");
            }
        } catch (MigrationException e) {
            return java.util.Optional.of(String.valueOf(e));
        }
        State state;
        try {
            state = State.of(database);
        } catch (SQLException e) {
            return java.util.Optional.of(e + " with " + database.catalogue() + " " + database.recorded());
        }
        return state.equals(expected) ? java.util.Optional.empty() : java.util.Optional.of(String.valueOf(state));
    }

    private static void prepare(TestDatabase.Family family, TestDatabase database, Direction direction) {
        if (direction == Direction.DOWNGRADE) {
            Migrator.of(database.dataSource(), FaultyProcess.registry(family)).upgrade();
        }
    }

    /**
     * H2 in a server that outlives the process. Embedded it would die with it, and an H2 that is killed while it writes
     * may find a part of its last transactions only: nothing that a migrator could know of.
     */
    private TestDatabase database(TestDatabase.Family family, String name) throws Exception {
        Path own = Files.createDirectories(directory.resolve(name.toLowerCase(Locale.ROOT)));
        if (family != TestDatabase.Family.H2) {
            return family.in(own);
        }
        if (h2 == null) {
            System.setProperty("h2.bindAddress", "127.0.0.1");
            h2 = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", directory.toString())
                    .start();
        }
        return new TestDatabase(
                family, "jdbc:h2:tcp://127.0.0.1:" + h2.getPort() + "/./" + own.getFileName() + "/test");
    }

    /** Its last word: that it is done, or where it was killed. */
    private String child(TestDatabase.Family family, TestDatabase database, Direction direction, int boundary)
            throws Exception {
        RacingProcess.Started child = RacingProcess.start(
                FaultyProcess.class,
                directory.resolve("errors.log"),
                family.name(),
                database.url(),
                direction.name(),
                "" + boundary);
        try {
            String word = child.output().readLine();
            assertThat(word)
                    .as(Files.readString(directory.resolve("errors.log")))
                    .isNotNull();
            return word;
        } finally {
            child.process().destroyForcibly();
            assertThat(child.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** Structure, rows and history, without times. */
    private record State(List<String> catalogue, List<String> rows, List<String> history) {

        static State of(TestDatabase database) throws Exception {
            List<String> rows = new ArrayList<>();
            boolean up = !database.catalogue().isEmpty();
            if (up) {
                rows.addAll(database.query("select id, name, age from users order by id"));
                rows.addAll(database.query("select id, writer from notes order by id"));
                rows.addAll(database.query("select id from labels order by id"));
                rows.addAll(database.query("select id from seniors order by id"));
            }
            return new State(
                    database.catalogue(),
                    rows,
                    database.query("select revision, checksum, applied_by, unfinished_direction, steps_done,"
                            + " state_before, revises from retort_history order by revision"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB"})
    void twentyBootAtOnce(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        List<RacingProcess.Started> racers = new ArrayList<>();
        try {
            for (int i = 0; i < BOOTS; i++) {
                racers.add(RacingProcess.start(
                        RacingProcess.class, directory.resolve("errors.log"), database.url(), "" + PENDING));
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
                assertThat(racer.process().waitFor())
                        .as(Files.readString(directory.resolve("errors.log")))
                        .isZero();
            }
            List<String> all = new ArrayList<>();
            for (int i = 1; i <= PENDING; i++) {
                all.add("r" + i);
                assertThat(database.query("select i from t" + i)).containsExactly("" + i);
            }
            assertThat(ran).containsExactlyInAnyOrderElementsOf(all);
            assertThat(database.recorded()).containsExactlyInAnyOrderElementsOf(all);
            REPORT.put(family.word() + " boots", BOOTS + " at once with " + PENDING + " revisions pending, 0 losses");
        } finally {
            racers.forEach(racer -> racer.process().destroyForcibly());
        }
    }
}
