package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.retort.runtime.Migrator;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * The runtime and what is generated find nothing by name at run time. So a native image needs no metadata for them: what it
 * reads by itself, {@code META-INF/services}, is for applications that use {@link ServiceLoader}.
 */
class NoReflectionTest {

    @Test
    void theRuntimeFindsNothingByName() throws Exception {
        Path runtime = Path.of(Migrator.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        SortedSet<String> calls = new TreeSet<>();
        int classes = 0;
        // A folder of classes, or a jar where the runtime is packaged already.
        try (FileSystem jar = Files.isDirectory(runtime) ? null : FileSystems.newFileSystem(runtime);
                Stream<Path> files = Files.walk(jar == null ? runtime : jar.getPath("/"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                calls.addAll(Reflection.calls(Files.readAllBytes(file)));
                classes++;
            }
        }

        assertThat(classes).isGreaterThan(60);
        assertThat(calls).isEmpty();
    }

    @Test
    void neitherDoesWhatIsGenerated() throws IOException {
        Compilation compilation = Javac.compile("""
                package app;
                @jakarta.persistence.Entity
                public class Thing {
                    @jakarta.persistence.Id
                    int id;
                }
                """, """
                package app;
                import static dev.retort.op.SqlTypes.*;
                @dev.retort.Migration(revision = "a1")
                final class First implements dev.retort.SchemaMigration {
                    @Override
                    public void upgrade(dev.retort.op.Operations op) {
                        op.createTable("Thing", table -> {
                            table.column("id", integer()).notNull();
                            table.primaryKey("id");
                        });
                        op.run(First::fill);
                    }
                    @Override
                    public void downgrade(dev.retort.op.Operations op) {
                        op.dropTable("Thing");
                    }
                    static void fill(java.sql.Connection connection) {}
                }
                """);
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
        // Among them are those that were looked for.
        assertThat(compilation.generatedFiles())
                .extracting(JavaFileObject::getName)
                .contains("/CLASS_OUTPUT/META-INF/services/dev.retort.runtime.MigrationRegistry")
                .noneMatch(name -> name.contains("META-INF/native-image"));

        SortedSet<String> calls = new TreeSet<>();
        int generated = 0;
        for (JavaFileObject file : compilation.generatedFiles()) {
            boolean isOurs =
                    file.getName().contains("Migrations") || file.getName().contains("_Plan");
            if (isOurs && file.getKind() == JavaFileObject.Kind.CLASS) {
                generated++;
                calls.addAll(Reflection.calls(file.openInputStream().readAllBytes()));
            }
        }

        assertThat(generated).isGreaterThanOrEqualTo(3);
        assertThat(calls).isEmpty();
    }

    /** Three ways of finding something by name. */
    static final class ByName {
        private ByName() {}

        static Object find() throws ClassNotFoundException {
            Function<String, Object> resource = ByName.class::getResource;
            ServiceLoader.load(Runnable.class).forEach(Runnable::run);
            return List.of(Class.forName("java.lang.String"), resource);
        }
    }

    @Test
    void whatIsFoundByNameIsSeen() throws IOException {
        byte[] caller = ByName.class
                .getResourceAsStream("NoReflectionTest$ByName.class")
                .readAllBytes();

        assertThat(Reflection.calls(caller))
                .containsExactly(
                        "dev.retort.processor.NoReflectionTest$ByName: java.lang.Class.forName",
                        "dev.retort.processor.NoReflectionTest$ByName: java.lang.Class.getResource",
                        "dev.retort.processor.NoReflectionTest$ByName: java.util.ServiceLoader.forEach",
                        "dev.retort.processor.NoReflectionTest$ByName: java.util.ServiceLoader.load");
    }
}
