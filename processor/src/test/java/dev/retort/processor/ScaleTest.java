package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Projects that have grown for years. What is compiled here is also loaded: class files have limits of their own. */
class ScaleTest {

    /** A hundred classes a file: javac looks for a class by walking through its file. */
    private static List<String> sources(int count, java.util.function.IntFunction<String> each) {
        return IntStream.range(0, (count + 99) / 100)
                .mapToObj(file -> """
                        package app;
                        import dev.retort.*;
                        import dev.retort.op.*;
                        class All%s {
                        %s
                        }
                        """.formatted(
                                file,
                                IntStream.range(file * 100, Math.min(count, file * 100 + 100))
                                        .mapToObj(each)
                                        .collect(Collectors.joining("\n"))))
                .toList();
    }

    private static String empty(String name, String annotation) {
        return "@Migration(" + annotation + ") static final class " + name
                + " implements SchemaMigration { public void upgrade(Operations op) {} }";
    }

    private static List<String> line(int count) {
        return sources(
                count,
                i -> empty("R" + i, "revision = \"r" + i + "\"" + (i == 0 ? "" : ", revises = \"r" + (i - 1) + "\"")));
    }

    private static List<String> merge(int count) {
        String parents =
                IntStream.range(0, count).mapToObj(i -> "\"r" + i + "\"").collect(Collectors.joining(", "));
        return sources(count + 2, i -> {
            if (i == 0) {
                return empty("First", "revision = \"first\"");
            }
            return i == count + 1
                    ? empty("Merge", "revision = \"merge\", revises = {" + parents + "}")
                    : empty("R" + i, "revision = \"r" + (i - 1) + "\", revises = \"first\"");
        });
    }

    private static Compilation compile(List<String> sources, String... others) {
        return Javac.compile(Stream.concat(sources.stream(), Stream.of(others)).toArray(String[]::new));
    }

    /** Up to the comparison with the model, whose one finding shows that it came so far. */
    @Test
    void fiveThousandRevisionsAreVerified() {
        String entity = """
                package app;
                import jakarta.persistence.*;
                @Entity class A { @Id Long id; }
                """;

        for (List<String> sources : List.of(line(5_000), merge(5_000))) {
            assertThat(Javac.messages(compile(sources, entity)).lines().filter(text -> !text.startsWith(" ")))
                    .singleElement()
                    .asString()
                    .endsWith("error: [TableDrift] there is no table A, mapped by A");
        }
    }

    @Test
    void aThousandRevisionsAreWritten() {
        MigrationRegistry registry = load(compile(line(1_000)));

        assertThat(registry.revisions()).hasSize(1_000);
        assertThat(registry.revisions().get(999).id()).isEqualTo("r999");
        assertThat(loaded(registry)).noneMatch(name -> name.endsWith("_Plan"));
        assertThat(registry.plan("r999").upgrade("sqlite")).isEmpty();
        assertThat(loaded(registry)).filteredOn(name -> name.endsWith("_Plan")).containsExactly("app.All9_R999_Plan");
        assertThatThrownBy(() -> registry.plan("r1000")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMergeOfAThousandIsWritten() {
        MigrationRegistry registry = load(compile(merge(1_000)));

        assertThat(registry.revisions()).hasSize(1_002);
        assertThat(registry.revisions().get(1_001).revises()).hasSize(1_000).contains("r0", "r999");
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
        Loader loader = new Loader(classes);
        try {
            return (MigrationRegistry)
                    loader.loadClass("app.Migrations").getMethod("registry").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> loaded(MigrationRegistry registry) {
        return ((Loader) registry.getClass().getClassLoader()).loaded;
    }

    /** Remembers which classes it was asked for. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;
        private final List<String> loaded = new ArrayList<>();

        Loader(Map<String, byte[]> classes) {
            super(ScaleTest.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            loaded.add(name);
            return defineClass(name, bytes, 0, bytes.length);
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
