package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Projects that have grown for years. What is compiled here is also loaded: class files have limits of their own. */
class ScaleTest {

    private static String nested(String revisions, int count, java.util.function.IntFunction<String> each) {
        return """
                package app;
                import static dev.retort.op.SqlTypes.*;
                import dev.retort.*;
                import dev.retort.op.*;
                class All {
                %s
                }
                """.formatted(IntStream.range(0, count).mapToObj(each).collect(Collectors.joining("\n")) + revisions);
    }

    private static String empty(String name, String annotation) {
        return "@Migration(" + annotation + ") static final class " + name
                + " implements SchemaMigration { public void upgrade(Operations op) {} }";
    }

    @Test
    void fiveThousandRevisionsInALine() {
        String source = nested(
                "",
                5_000,
                i -> empty("R" + i, "revision = \"r" + i + "\"" + (i == 0 ? "" : ", revises = \"r" + (i - 1) + "\"")));

        MigrationRegistry registry = load(Javac.compile(source));

        assertThat(registry.revisions()).hasSize(5_000);
        assertThat(registry.revisions().get(4_999).id()).isEqualTo("r4999");
        assertThat(registry.plan("r4999").upgrade("sqlite")).isEmpty();
    }

    @Test
    void aMergeOfFiveThousand() {
        String parents =
                IntStream.range(0, 5_000).mapToObj(i -> "\"r" + i + "\"").collect(Collectors.joining(", "));
        String source = nested(
                empty("First", "revision = \"first\"")
                        + empty("Merge", "revision = \"merge\", revises = {" + parents + "}"),
                5_000,
                i -> empty("R" + i, "revision = \"r" + i + "\", revises = \"first\""));

        MigrationRegistry registry = load(Javac.compile(source));

        assertThat(registry.revisions()).hasSize(5_002);
        assertThat(registry.revisions().get(5_001).revises()).hasSize(5_000).contains("r0", "r4999");
    }

    @Test
    void textsAndRevisionsOverTheLimitsOfAClassFile() {
        String line = "insert into t values ('" + "äöü€😀".repeat(9_000) + "')";
        String many = IntStream.range(0, 3_000)
                .mapToObj(i -> "op.execute(\"insert into t values (" + i + ")\");")
                .collect(Collectors.joining("\n"));
        Compilation compilation = Javac.compile("""
                package app;
                import dev.retort.*;
                import dev.retort.op.*;
                @Migration(revision = "m1")
                final class M implements SchemaMigration {
                    private static final String LONG = "%s";
                    public void upgrade(Operations op) {
                        op.execute(LONG + LONG);
                        %s
                    }
                    public void downgrade(Operations op) {}
                }
                """.formatted(line.substring(0, 12_000), many));

        List<Step> steps = load(compilation).plan("m1").upgrade("sqlite");

        assertThat(steps).hasSize(3_001);
        assertThat(steps.get(0)).isEqualTo(Step.sql(line.substring(0, 12_000) + line.substring(0, 12_000)));
        assertThat(steps.get(3_000)).isEqualTo(Step.sql("insert into t values (2999)"));
    }

    private static MigrationRegistry load(Compilation compilation) {
        assertThat(compilation.errors()).as(Javac.messages(compilation)).isEmpty();
        Map<String, byte[]> classes = new HashMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String path = file.toUri().getPath();
                classes.put(
                        path.substring(path.indexOf("/app/") + 1, path.length() - ".class".length())
                                .replace('/', '.'),
                        bytes(file));
            }
        }
        ClassLoader loader = new ClassLoader(ScaleTest.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        try {
            return (MigrationRegistry)
                    loader.loadClass("app.Migrations").getMethod("registry").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(JavaFileObject file) {
        try (var in = file.openInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
