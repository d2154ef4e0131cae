package dev.retort.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.testing.DatabaseServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An operator's day on a server. Those that tests start believe every password. */
class ServersTest {
    private static final String PASSWORD = "Hush-hush-7";

    @TempDir
    static Path application;

    private static Project project;

    @TempDir
    Path directory;

    @BeforeAll
    static void compile() throws Exception {
        project = SampleProject.merged(application)
                .write(
                        "shop/migrations/package-info.java",
                        SampleProject.ENVIRONMENT.replace("\"h2\"", "\"postgresql\", \"mariadb\""))
                .compile();
    }

    @ParameterizedTest
    @EnumSource
    void everyCommandThatSpeaksToADatabase(DatabaseServer server) throws Exception {
        String url = server.newDatabase().replaceFirst("\\?.*", "");
        String user = server == DatabaseServer.POSTGRESQL ? "postgres" : "root";
        String text = transcript(new ConnectionSettings(url, Optional.of(user), Optional.of(PASSWORD)));
        assertThat(text).doesNotContain(PASSWORD);
        String name = url.substring(url.lastIndexOf('/') + 1);
        Transcript.matches(
                text.replace(url, "<url>").replace(name, "<name>").replaceAll("conn=\\d+", "conn=…"),
                "servers/" + server.name().toLowerCase(Locale.ROOT));
    }

    private String transcript(ConnectionSettings settings) throws Exception {
        Optional<ConnectionSettings> database = Optional.of(settings);
        Transcript transcript = Transcript.in(directory)
                .run("retort current", new Current(project, database, false, false))
                .run("retort upgrade b0b", new Upgrade(project, database, "b0b"))
                .run("retort current --verbose", new Current(project, database, false, true))
                .run("retort history", new History(project, database, Optional.empty(), false))
                .run(
                        "retort upgrade --sql b0b:heads",
                        new Script(project, Script.Kind.UPGRADE, "b0b:heads", Optional.empty(), database))
                .run("retort upgrade", new Upgrade(project, database, "heads"))
                .run("retort verify", new Verify(project, database, false));
        try (Connection connection = DriverManager.getConnection(
                        settings.url(), settings.user().orElseThrow(), PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("alter table users drop column age");
        }
        return transcript
                .run("retort verify # after somebody was there", new Verify(project, database, false))
                .run("retort downgrade b0b", new Downgrade(project, database, "b0b", false))
                .run("retort stamp b0b", new Stamp(project, database, "b0b", false))
                .run("retort stamp head", new Stamp(project, database, "head", false))
                .run("retort downgrade base --yes", new Downgrade(project, database, "base", true))
                .run(
                        "retort current # of what is not there",
                        new Current(
                                project,
                                Optional.of(new ConnectionSettings(
                                        settings.url() + "_not_there?password=" + PASSWORD,
                                        settings.user(),
                                        settings.password())),
                                false,
                                false))
                .text();
    }
}
