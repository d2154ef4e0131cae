package dev.retort.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path output = directory.resolve("output.txt");
        Path work = Files.createDirectories(directory.resolve("work"));
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        Path.of("..", "docs", "examples", "daily-loop.sh")
                                .toAbsolutePath()
                                .normalize()
                                .toString())
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
        String said = masked(Files.readString(output, UTF_8));
        if (Boolean.getBoolean("retort.golden.rewrite")) {
            Files.writeString(GOLDEN, said, UTF_8);
        }
        assertThat(said).isEqualTo(Files.readString(GOLDEN, UTF_8));
        assertThat(ended).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(work.resolve("data/shop.db")).exists();
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
