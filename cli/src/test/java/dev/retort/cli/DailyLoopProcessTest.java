package dev.retort.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/examples/daily-loop.sh} with the jar as it is shipped, Hibernate being the sample application's own. */
class DailyLoopProcessTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "daily-loop.txt");

    @TempDir
    Path directory;

    @Test
    void theScriptOfTheDocumentationSaysWhatTheDocumentationSays() throws Exception {
        Path work = Files.createDirectories(directory.resolve("work"));
        Path script = Path.of("..", "docs", "examples", "daily-loop.sh");
        Answer loop = run(work, "sh", script.toAbsolutePath().normalize().toString());
        if (Boolean.getBoolean("retort.golden.rewrite")) {
            Files.writeString(GOLDEN, loop.output(), UTF_8);
        }
        assertThat(loop.output()).isEqualTo(Files.readString(GOLDEN, UTF_8));
        assertThat(loop.status()).isZero();
        assertThat(work.resolve("data/shop.db")).exists();

        whatDoesNotFitIsStampedByForceOnly(work);
    }

    /** Another database of the same project, in which somebody has made half of a table. */
    private void whatDoesNotFitIsStampedByForceOnly(Path work) throws Exception {
        String url = "jdbc:sqlite:" + work.resolve("data/other.db");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table users (id bigint not null primary key)");
        }
        String retort = System.getProperty("retort.jar");
        Answer refused = run(work, "java", "-jar", retort, "stamp", "head", "--url", url);
        assertThat(refused.output()).contains("no column users.email");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(run(work, "java", "-jar", retort, "current", "--url", url).output())
                .doesNotContain("(head)");

        Answer forced = run(work, "java", "-jar", retort, "stamp", "head", "--force", "--url", url);
        assertThat(forced.status()).as(forced.output()).isZero();
        assertThat(run(work, "java", "-jar", retort, "current", "--url", url).output())
                .isEqualTo("… (head), Add nicknames\n");
    }

    private record Answer(int status, String output) {}

    private Answer run(Path work, String... command) throws Exception {
        Path output = directory.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("RETORT") || name.equals("DATA_DIR"));
        environment.put("RETORT", System.getProperty("retort.jar"));
        environment.put("LIBRARIES", System.getProperty("retort.libraries"));
        environment.put(
                "PATH", Path.of(System.getProperty("java.home"), "bin") + File.pathSeparator + System.getenv("PATH"));
        Process process = builder.start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        return new Answer(process.exitValue(), masked(Files.readString(output, UTF_8)));
    }

    /** Without times and random ids; what newer JDKs say of the driver's native library is none of ours. */
    private static String masked(String text) {
        return text.lines()
                        .filter(line -> !line.startsWith("WARNING: "))
                        .map(line -> line.replaceAll("\\b[0-9a-f]{12}\\b", "…")
                                .replaceAll("'[0-9a-f]{64}'", "'…'")
                                .replaceAll("\\b\\d+ ms\\b", "… ms"))
                        .reduce((before, line) -> before + "\n" + line)
                        .orElse("")
                + "\n";
    }
}
