package dev.retort.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that run on a registry and a database, on a compiled application with SQLite. */
class DatabaseCommandsTest {

    @TempDir
    static Path application;

    private static Project project;

    @TempDir
    Path directory;

    @BeforeAll
    static void compile() throws Exception {
        project = SampleProject.merged(application).compile();
    }

    private Optional<ConnectionSettings> sqlite() {
        return Optional.of(new ConnectionSettings(
                "jdbc:sqlite:" + directory.resolve("data/shop.db"), Optional.empty(), Optional.empty()));
    }

    private Upgrade upgrade(String target) {
        return new Upgrade(project, sqlite(), target);
    }

    private Downgrade downgrade(String target, boolean yes) {
        return new Downgrade(project, sqlite(), target, yes);
    }

    private Current current() {
        return new Current(project, sqlite(), false, false);
    }

    private History history(String range) {
        return new History(project, sqlite(), Optional.ofNullable(range), false);
    }

    private void execute(String... sql) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(sqlite().orElseThrow().url());
                Statement statement = connection.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        }
    }

    @Test
    void upgradesAndSaysWhereItStands() throws Exception {
        Transcript.in(directory)
                .run("retort upgrade b0b", upgrade("b0b"))
                .run("retort current", current())
                .run("retort current --check-heads", new Current(project, sqlite(), true, false))
                .run("retort history", history(null))
                .run("retort upgrade", upgrade("heads"))
                .run("retort upgrade", upgrade("heads"))
                .run("retort current", current())
                .run("retort current --check-heads --verbose", new Current(project, sqlite(), true, true))
                .run("retort history --verbose", new History(project, sqlite(), Optional.empty(), true))
                .matches("upgrade/to-the-head");
    }

    /** The answer may go to a file, which may not be writable. */
    @Test
    void aConsoleThatCannotWriteIsNoFault() {
        List<String> said = new ArrayList<>();
        Console full = new Console() {
            @Override
            public void out(String text) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }

            @Override
            public void err(String text) {
                said.add(text);
            }
        };

        assertThat(Commands.run(new Heads(project, false), full, false)).isEqualTo(ExitStatus.FAILED);
        assertThat(said)
                .containsExactly("error: a file cannot be read or written\n"
                        + "  java.io.UncheckedIOException: java.io.IOException: No space left on device");
    }

    @Test
    void tellsEachStepWhileItRuns() {
        List<String> steps = new ArrayList<>();
        Console console = new Console() {
            @Override
            public void out(String text) {
                steps.add(text.replaceAll("\\d+ ms", "… ms"));
            }

            @Override
            public void err(String text) {
                throw new AssertionError(text);
            }

            @Override
            public void progress(String line) {
                steps.add("> " + line);
            }
        };
        assertThat(Commands.run(upgrade("b0b"), console, false)).isZero();
        assertThat(steps)
                .containsSequence(
                        "> 1 of 2: a11000000001, step 1 of 1: create table users ( id bigint not null, email varchar(255) not"
                                + " null, constraint pk_users primary key (id) )",
                        "Applied 1 of 2: a11000000001 in … ms",
                        "> 2 of 2: b0b000000002, step 1 of 1: alter table users add column nickname varchar(255)",
                        "Applied 2 of 2: b0b000000002 in … ms");
    }

    @Test
    void aFreshDatabaseIsAtTheBase() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Transcript.in(directory)
                .run("retort current", current())
                .run("retort history", history(null))
                .run("retort show current", new Show(project, sqlite(), "current"))
                .matches("current/base");
    }

    @Test
    void downgradesPastADropOnlyWhereItIsAgreedTo() throws Exception {
        Commands.run(upgrade("heads"), Transcript.in(directory), false);
        Transcript.in(directory)
                .run("retort downgrade -1", downgrade("-1", false))
                .run("retort downgrade a11", downgrade("a11", false))
                .run("retort current", current())
                .matches("downgrade/nobody-to-ask");
        Transcript.answering(directory, false)
                .run("retort downgrade a11", downgrade("a11", false))
                .run("retort current", current())
                .matches("downgrade/declined");
        Transcript.answering(directory, true)
                .run("retort downgrade -1", downgrade("-1", false))
                .run("retort downgrade base --yes", downgrade("base", true))
                .run("retort downgrade base", downgrade("base", false))
                .run("retort downgrade a11", downgrade("a11", false))
                .matches("downgrade/agreed");
    }

    @Test
    void historyShowsARange() throws Exception {
        Commands.run(upgrade("b0b"), Transcript.in(directory), false);
        Transcript.in(directory)
                .run("retort history -r a11:b0b", history("a11:b0b"))
                .run("retort history -r current:", history("current:"))
                .run("retort history -r :current", history(":current"))
                .run("retort history -r -1:b0b", history("-1:b0b"))
                .run("retort history -r base:+1", history("base:+1"))
                .run("retort history -r b0b", history("b0b"))
                .run("retort history -r nowhere:", history("nowhere:"))
                .run(
                        "retort history # without a database",
                        new History(project, Optional.empty(), Optional.empty(), false))
                .run(
                        "retort history -r :current # without a database",
                        new History(project, Optional.empty(), Optional.of(":current"), false))
                .matches("history/ranges");
    }

    @Test
    void whatNeedsNoDatabaseAsksForNone() throws Exception {
        Transcript.in(directory)
                .run("retort heads", new Heads(project, false))
                .run("retort heads --verbose", new Heads(project, true))
                .run("retort branches", new Branches(project, false))
                .run("retort branches --verbose", new Branches(project, true))
                .run("retort show a11", new Show(project, Optional.empty(), "a11"))
                .run("retort show head", new Show(project, Optional.empty(), "head"))
                .run("retort show head-1", new Show(project, Optional.empty(), "head-1"))
                .matches("show/without-a-database");
    }

    @Test
    void scriptsAreForTheDialectOfTheUrlOrTheOneThatIsNamed() throws Exception {
        Transcript.in(directory)
                .run("retort upgrade --sql", script(Script.Kind.UPGRADE, "heads", sqlite(), null))
                .run("retort downgrade --sql b0b:a11", script(Script.Kind.DOWNGRADE, "b0b:a11", sqlite(), null))
                .run(
                        "retort stamp --sql a11:b0b --dialect h2",
                        script(Script.Kind.STAMP, "a11:b0b", Optional.empty(), "h2"))
                .run("retort stamp --sql head:a11", script(Script.Kind.STAMP, "head:a11", sqlite(), null))
                .run("retort downgrade --sql a11", script(Script.Kind.DOWNGRADE, "a11", sqlite(), null))
                .run("retort upgrade --sql head:a11", script(Script.Kind.UPGRADE, "head:a11", sqlite(), null))
                .run("retort stamp --sql b0b:cab", script(Script.Kind.STAMP, "b0b:cab", sqlite(), null))
                .run("retort upgrade --sql", script(Script.Kind.UPGRADE, "heads", Optional.empty(), null))
                .run("retort upgrade --sql --dialect oracle", script(Script.Kind.UPGRADE, "heads", sqlite(), "oracle"))
                .matches("upgrade/sql");
    }

    private static Script script(
            Script.Kind kind, String range, Optional<ConnectionSettings> connection, String dialect) {
        return new Script(project, kind, range, Optional.ofNullable(dialect), connection);
    }

    @Test
    void stampedIsWhatFitsAndVerifiedWhatIsThere() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Transcript transcript =
                Transcript.in(directory).run("retort stamp a11", new Stamp(project, sqlite(), "a11", false));
        execute("create table users (id bigint not null, email varchar(255) not null, primary key (id))");
        transcript.run("retort stamp a11", new Stamp(project, sqlite(), "a11", false));
        transcript.run("retort verify", new Verify(project, sqlite(), false));
        execute("create table others (id integer)", "alter table users drop column email");
        transcript.run("retort verify", new Verify(project, sqlite(), false));
        execute("alter table users add column email varchar(255) not null default ''");
        transcript
                .run("retort verify # default", new Verify(project, sqlite(), false))
                .run("retort verify --strict", new Verify(project, sqlite(), true))
                .run("retort stamp head --unverified", new Stamp(project, sqlite(), "head", true))
                .run("retort current", current())
                .matches("stamp/compared");
    }

    @Test
    void theHistoryMayLieElsewhere() throws Exception {
        Project elsewhere = new Project(project.classPath(), Optional.empty(), Optional.of("main.shop_history"));
        Project unnameable = new Project(project.classPath(), Optional.empty(), Optional.of("shop history"));
        Transcript transcript = Transcript.in(directory)
                .run("retort upgrade a11", new Upgrade(elsewhere, sqlite(), "a11"))
                .run("retort current", new Current(elsewhere, sqlite(), false, false))
                .run("retort history", new History(elsewhere, sqlite(), Optional.empty(), false));
        // Whoever looks elsewhere finds nothing.
        transcript
                .run("retort current # without its name", current())
                .run(
                        "retort upgrade --sql a11:b0b",
                        new Script(elsewhere, Script.Kind.UPGRADE, "a11:b0b", Optional.empty(), sqlite()))
                .run("retort current # with a wrong one", new Current(unnameable, sqlite(), false, false))
                .run(
                        "retort upgrade --sql # with a wrong one",
                        new Script(unnameable, Script.Kind.UPGRADE, "a11", Optional.empty(), sqlite()))
                .matches("history/elsewhere");
    }

    @Test
    void aNewerDatabaseIsAheadAndAStrangeOneIsRefused() throws Exception {
        Commands.run(upgrade("heads"), Transcript.in(directory), false);
        execute("insert into retort_history (revision, checksum, applied_at, revises)"
                + " values ('feed00000005', 'x', '2026-11-01T00:00:00.000Z', 'c0ffee000004')");
        Transcript transcript = Transcript.in(directory)
                .run("retort current", current())
                .run("retort current --check-heads", new Current(project, sqlite(), true, false));
        execute("update retort_history set revises = 'elsewhere' where revision = 'feed00000005'");
        transcript
                .run("retort current", current())
                .run("retort upgrade", upgrade("heads"))
                .matches("current/ahead");
    }

    @Test
    void whatIsMissingIsSaidWithTheWayOut() throws Exception {
        Path empty = Files.createDirectories(directory.resolve("empty"));
        List<Path> withoutDriver = List.of(application.resolve("classes"));
        Optional<ConnectionSettings> nothing = Optional.empty();
        Transcript.in(directory)
                .run("retort heads # no class path", new Heads(new Project(List.of(), Optional.empty()), false))
                .run("retort heads # nothing there", new Heads(new Project(List.of(empty), Optional.empty()), false))
                .run(
                        "retort heads --class-path missing",
                        new Heads(new Project(List.of(directory.resolve("missing")), Optional.empty()), false))
                .run(
                        "retort heads --registry Other",
                        new Heads(new Project(project.classPath(), Optional.of("Other")), false))
                .run(
                        "retort heads --registry ShopMigrations",
                        new Heads(new Project(project.classPath(), Optional.of("ShopMigrations")), false))
                .run("retort current # no URL", new Current(project, nothing, false, false))
                .run(
                        "retort current # no driver",
                        new Current(new Project(withoutDriver, Optional.empty()), sqlite(), false, false))
                .run(
                        "retort current --url jdbc:nowhere:…",
                        new Current(
                                project,
                                Optional.of(new ConnectionSettings(
                                        "jdbc:nowhere://me:hush-hush@host/db?password=sesame1",
                                        Optional.empty(),
                                        Optional.empty())),
                                false,
                                false))
                .run("retort upgrade nowhere", upgrade("nowhere"))
                .run("retort upgrade -1", upgrade("-1"))
                .matches("errors/missing");
    }

    @Test
    void aStepThatFailsIsAnErrorWithItsStatement() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        execute("create table users (id integer)");
        Transcript.in(directory)
                .run("retort upgrade", upgrade("heads"))
                .run("retort current", current())
                .matches("errors/failing-step");
    }

    @Test
    void noPasswordShows() throws Exception {
        String url = "jdbc:h2:" + directory.resolve("h2") + ";IFEXISTS=TRUE;PASSWORD=in-the-url";
        Optional<ConnectionSettings> h2 =
                Optional.of(new ConnectionSettings(url, Optional.of("sa"), Optional.of("open-sesame")));
        Transcript transcript = Transcript.in(directory);
        Commands.run(new Upgrade(project, h2, "heads"), transcript, true);
        Commands.run(new Current(project, h2, false, true), transcript, true);
        assertThat(transcript.text())
                .contains("error: the database cannot be reached", "at org.h2")
                .doesNotContain("open-sesame", "in-the-url");
        assertThat(h2.orElseThrow().toString())
                .contains("PASSWORD=***", " as sa")
                .doesNotContain("open-sesame", "in-the-url");
    }
}
