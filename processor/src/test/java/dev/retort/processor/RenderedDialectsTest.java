package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first migration of each model for the databases that no test can start: it compiles, and what it leads to is the
 * model. What a database cannot do is a line {@code model | dialect | reason} of {@code rendered.txt}.
 */
class RenderedDialectsTest {
    private static final List<String> DIALECTS = List.of("sqlserver", "oracle");
    private static final Map<String, Map<String, String>> REASONS = reasons();

    /** One of nine: two compilations each. */
    static List<ProofModel> models() {
        Pattern asked = Pattern.compile(System.getProperty("retort.proof.models", ""));
        List<ProofModel> able = ProofModel.all().stream()
                .filter(model -> asked.matcher(model.name()).find())
                .filter(model -> !model.isBroughtByOthers())
                .filter(model ->
                        DIALECTS.stream().anyMatch(dialect -> !model.cannotBe().containsKey(dialect)))
                .toList();
        return ProofModel.sample(able);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void leadsToTheModel(ProofModel model, @TempDir Path directory) throws Exception {
        Map<String, String> reasons = REASONS.getOrDefault(model.name(), Map.of());
        List<String> able = new ArrayList<>(DIALECTS);
        able.removeAll(model.cannotBe().keySet());
        for (Map.Entry<String, String> reason : reasons.entrySet()) {
            assertThat(able).as("lines of rendered.txt").contains(reason.getKey());
            able.remove(reason.getKey());
            assertThat(findings(model, directory, List.of(reason.getKey())))
                    .as(reason.getKey())
                    .contains(reason.getValue());
        }
        if (!able.isEmpty()) {
            assertThat(findings(model, directory, able)).isEmpty();
        }
    }

    /** The negative twin: a migration that lacks something leaves something to say, in both dialects. */
    @Test
    void aMissingColumnIsFound() {
        Compilation compilation = Javac.compile("""
                @dev.retort.MigrationEnvironment(dialects = {"sqlserver", "oracle"})
                package app;
                """, """
                package app;
                import static dev.retort.op.SqlTypes.*;
                import dev.retort.*;
                import dev.retort.op.*;
                @Migration(revision = "m1")
                final class M implements SchemaMigration {
                    @Override public void upgrade(Operations op) {
                        op.createTable("t", t -> { t.column("id", bigint()).notNull(); t.primaryKey("id"); });
                    }
                }
                """, """
                package app;
                @jakarta.persistence.Entity class T { @jakarta.persistence.Id long id; boolean more; }
                """);
        assertThat(Javac.messages(compilation))
                .contains("[ColumnDrift] table t has no column more", "dialects sqlserver, oracle\n");
    }

    private static String findings(ProofModel model, Path directory, List<String> dialects) throws IOException {
        Path own = Files.createDirectories(directory.resolve(String.join("-", dialects)));
        WrittenMigrations migrations = new WrittenMigrations(own, dialects);
        migrations.write(model, "The first revision");
        return String.join("\n", WrittenMigrations.findings(migrations.compile(model)));
    }

    private static Map<String, Map<String, String>> reasons() {
        try {
            Map<String, Map<String, String>> reasons = new TreeMap<>();
            for (String line : Files.readAllLines(Path.of("src/test/resources/rendered.txt"))) {
                String[] parts = line.split(" \\| ", 3);
                reasons.computeIfAbsent(parts[0], key -> new TreeMap<>()).put(parts[1], parts[2]);
            }
            return reasons;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
