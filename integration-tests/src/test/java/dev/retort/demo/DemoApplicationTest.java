package dev.retort.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as users start it, in a process of its own: all of its output, and nothing else. */
class DemoApplicationTest {

    @TempDir
    Path directory;

    @Test
    void migratesOnceAndWorks() throws IOException, InterruptedException {
        Path data = directory.resolve("not-there-yet");

        Golden.assertMatches("demo-first-run.txt", run(data));
        Golden.assertMatches("demo-second-run.txt", run(data));
    }

    private String run(Path data) throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Else newer JDKs warn of the SQLite driver's native library.
                "--enable-native-access=ALL-UNNAMED",
                // Else the JVM may say that another looks at its performance file.
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.retort.demo.DemoApplication"));
        builder.environment().put("DATA_DIR", data.toString());
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = builder.start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as("ended in time: " + text).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text.replace(data + File.separator, "data/");
    }
}
