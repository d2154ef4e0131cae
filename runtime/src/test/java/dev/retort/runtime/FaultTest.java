package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.testing.DatabaseServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Migrations whose process is killed with SIGKILL at boundaries of statements, and many that boot at once. In one of four
 * databases the boot that recovers is killed too. The build tries a few boundaries of each kind; {@code -Dretort.kills=all} tries
 * every one. Prints a report.
 */
class FaultTest {

    private static final int KILLS = kills();
    private static final int BOOTS = 20;

    /** Migrations that one process runs until it is killed, each at a boundary of its own: to start a JVM costs most. */
    private static final int BATCH = 8;

    private static final int AT_ONCE = 3;

    private static final int PENDING = 30;

    private static final Map<String, String> REPORT = new TreeMap<>();
    private static int killed;
    private static int raced;
    private static int lost;

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
        System.out.println(
                "  in all: " + killed + " migrations killed, " + raced + " boots raced, " + lost + " losses");
    }

    @ParameterizedTest
    @EnumSource
    void killedAtABoundaryTheNextBootFinishes(TestDatabase.Family family) throws Exception {
        for (Direction direction : Direction.values()) {
            TestDatabase undisturbed = database(family, direction + "-undisturbed");
            prepare(family, undisturbed, direction);
            String done = child(family, direction, Map.of(undisturbed, 0)).get(undisturbed);
            int boundaries = Integer.parseInt(done.substring("done ".length()));
            assertThat(boundaries).isGreaterThan(60);
            State expected = State.of(undisturbed);
            int kills = Math.min(KILLS, boundaries);
            List<Attempt> attempts = new ArrayList<>();
            for (int kill = 0; kill < kills; kill++) {
                // Spread over all of them, the first and the last included.
                int boundary = kills == 1 ? 1 : 1 + (int) ((long) kill * (boundaries - 1) / (kills - 1));
                attempts.add(new Attempt(boundary, kill % 4 == 1 ? 1 + kill * 7 % 30 : 0));
            }
            List<Callable<Outcome>> batches = new ArrayList<>();
            for (int i = 0; i < attempts.size(); i += BATCH) {
                List<Attempt> batch = attempts.subList(i, Math.min(i + BATCH, attempts.size()));
                batches.add(() -> kill(family, direction, batch, expected));
            }
            int again = 0;
            List<String> losses = new ArrayList<>();
            ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
            try {
                for (Future<Outcome> outcome : pool.invokeAll(batches)) {
                    again += outcome.get().again();
                    losses.addAll(outcome.get().losses());
                }
            } finally {
                pool.shutdownNow();
            }
            REPORT.put(
                    family.word() + " " + direction,
                    kills + " killed at " + boundaries + " boundaries, then " + again + " of the boots that recover, "
                            + losses.size() + " losses");
            killed += kills + again;
            lost += losses.size();
            assertThat(losses).isEmpty();
            assertThat(again).isPositive();
        }
    }

    /**
     * The migration of a database that is cut short.
     *
     * @param next the boundary at which the boot that recovers is killed too, where it gets there; 0 for none
     */
    private record Attempt(int boundary, int next) {}

    /** @param again how many boots that were to recover were killed as well, before the next one finished */
    private record Outcome(int again, List<String> losses) {}

    private Outcome kill(TestDatabase.Family family, Direction direction, List<Attempt> attempts, State expected)
            throws Exception {
        Map<TestDatabase, Integer> boundaries = new LinkedHashMap<>();
        Map<TestDatabase, Integer> next = new LinkedHashMap<>();
        for (Attempt attempt : attempts) {
            TestDatabase database = database(family, direction + "-" + attempt.boundary());
            prepare(family, database, direction);
            boundaries.put(database, attempt.boundary());
            if (attempt.next() > 0) {
                next.put(database, attempt.next());
            }
        }
        Map<TestDatabase, String> where = child(family, direction, boundaries);
        assertThat(where.values()).allMatch(word -> word.startsWith("at "));
        Map<TestDatabase, String> recovery = next.isEmpty() ? Map.of() : child(family, direction, next);
        List<String> losses = new ArrayList<>();
        for (TestDatabase database : boundaries.keySet()) {
            loss(family, database, direction, expected)
                    .ifPresent(loss -> losses.add(boundaries.get(database) + " " + where.get(database) + ", then "
                            + recovery.getOrDefault(database, "") + ": " + loss));
            switch (family) {
                case POSTGRESQL -> DatabaseServer.POSTGRESQL.drop(database.url());
                case MARIADB -> DatabaseServer.MARIADB.drop(database.url());
                default -> {} // Files of the test's own directory.
            }
        }
        return new Outcome(
                (int) recovery.values().stream()
                        .filter(word -> word.startsWith("at "))
                        .count(),
                losses);
    }

    private static Optional<String> loss(
            TestDatabase.Family family, TestDatabase database, Direction direction, State expected) throws Exception {
        Migrator migrator = Migrator.of(database.dataSource(), FaultyProcess.registry(family));
        try {
            if (direction == Direction.UPGRADE) {
                migrator.upgrade();
            } else {
                migrator.downgrade("base");
            }
        } catch (MigrationException e) {
            return Optional.of(String.valueOf(e));
        }
        State state;
        try {
            state = State.of(database);
        } catch (SQLException e) {
            return Optional.of(e + " with " + database.catalogue() + " " + database.recorded());
        }
        return state.equals(expected) ? Optional.empty() : Optional.of(String.valueOf(state));
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
    private synchronized TestDatabase database(TestDatabase.Family family, String name) throws Exception {
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

    /**
     * Migrates these databases in one process until each migration is done or has come to its boundary, and kills it.
     *
     * @return the last word on each: that it is done, or where it was killed
     */
    private Map<TestDatabase, String> child(
            TestDatabase.Family family, Direction direction, Map<TestDatabase, Integer> boundaries) throws Exception {
        List<TestDatabase> databases = List.copyOf(boundaries.keySet());
        List<String> arguments = new ArrayList<>(List.of(family.name(), direction.name()));
        boundaries.forEach((database, boundary) -> arguments.addAll(List.of(database.url(), "" + boundary)));
        RacingProcess.Started child = RacingProcess.start(
                FaultyProcess.class, directory.resolve("errors.log"), arguments.toArray(String[]::new));
        Map<TestDatabase, String> words = new HashMap<>();
        try {
            while (words.size() < databases.size()) {
                String line = child.output().readLine();
                assertThat(line)
                        .as(Files.readString(directory.resolve("errors.log")))
                        .isNotNull();
                int space = line.indexOf(' ');
                words.put(databases.get(Integer.parseInt(line.substring(0, space))), line.substring(space + 1));
            }
            return words;
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
            raced += BOOTS;
            REPORT.put(family.word() + " boots", BOOTS + " at once with " + PENDING + " revisions pending, 0 losses");
        } finally {
            racers.forEach(racer -> racer.process().destroyForcibly());
        }
    }
}
