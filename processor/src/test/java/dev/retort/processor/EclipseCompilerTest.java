package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import java.io.IOException;
import java.io.Writer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The processor in Eclipse's compiler, which runs processors and shows them no syntax trees. */
class EclipseCompilerTest {

    private static final String NOTE =
            "NOTE this compiler shows no syntax trees: the chain of revisions is checked, but drift is"
                    + " found and SQL is written by javac only; registries compiled here refuse to migrate";

    private static final String ENTITY = """
            package app;
            @jakarta.persistence.Entity
            public class Customer {
                @jakarta.persistence.Id
                private int id;
                private String emailThatNoMigrationMakes;
            }
            """;

    private static final String BOOT = """
            package app;
            class Boot {
                static dev.retort.runtime.MigrationRegistry registry() {
                    return Migrations.registry();
                }
            }
            """;

    @TempDir
    Path directory;

    private static String migration(String name, String revision, String revises) {
        return """
                package app;
                @dev.retort.Migration(revision = "%s", revises = {%s})
                final class %s implements dev.retort.SchemaMigration {
                    @Override
                    public void upgrade(dev.retort.op.Operations op) {
                        op.dropTable("nothing");
                    }
                }
                """.formatted(revision, revises, name);
    }

    @Test
    void checksTheChainAndWritesARegistryThatRefuses() throws Exception {
        List<String> messages = compile(
                List.of("Customer", ENTITY),
                List.of("Boot", BOOT),
                List.of("First", migration("First", "a1", "")),
                List.of("Second", migration("Second", "b2", "\"a1\"")));

        assertThat(messages).containsExactly(NOTE);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {directory.resolve("classes").toUri().toURL()},
                getClass().getClassLoader())) {
            MigrationRegistry registry = ServiceLoader.load(MigrationRegistry.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(listed -> listed.name().equals("app.Migrations"))
                    .findFirst()
                    .orElseThrow();
            SQLiteDataSource dataSource = new SQLiteDataSource();
            dataSource.setUrl("jdbc:sqlite:" + directory.resolve("untouched.db"));

            assertThatThrownBy(() -> Migrator.of(dataSource, registry).upgrade())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "app.Migrations was compiled by a compiler without syntax trees, such as Eclipse's, and holds"
                                    + " no SQL: compile it with javac, as Maven and Gradle do");
            assertThat(directory.resolve("untouched.db")).doesNotExist();
        }
    }

    @Test
    void aBrokenChainStopsTheBuild() throws IOException {
        List<String> messages = compile(
                List.of("Boot", BOOT),
                List.of("First", migration("First", "a1", "")),
                List.of("Second", migration("Second", "b2", "\"a1\"")),
                List.of("Third", migration("Third", "c3", "\"a1\"")),
                List.of("Fourth", migration("Fourth", "d4", "\"zz\"")));

        assertThat(messages)
                .contains(NOTE)
                .anyMatch(message -> message.startsWith("ERROR Fourth.java:2 [MissingRevision]"))
                .noneMatch(message -> message.contains("Migrations cannot be resolved"));
        assertThat(compile(
                        List.of("First", migration("First", "a1", "")),
                        List.of("Second", migration("Second", "b2", "\"a1\"")),
                        List.of("Third", migration("Third", "c3", "\"a1\""))))
                .anyMatch(message -> message.contains("[MultipleHeads]"));
    }

    /** A name and a text each. */
    @SafeVarargs
    private List<String> compile(List<String>... sources) throws IOException {
        Path folder = Files.createTempDirectory(directory, "src");
        Path classes = Files.createDirectories(directory.resolve("classes"));
        List<Path> files = new ArrayList<>();
        for (List<String> source : sources) {
            files.add(Files.writeString(folder.resolve(source.get(0) + ".java"), source.get(1)));
        }
        JavaCompiler eclipse = new EclipseCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                eclipse.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = eclipse.getTask(
                    Writer.nullWriter(),
                    manager,
                    diagnostics,
                    List.of(
                            "-d",
                            classes.toString(),
                            "-s",
                            classes.toString(),
                            "-classpath",
                            System.getProperty("java.class.path"),
                            "--release",
                            "17"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new RetortProcessor()));
            task.call();
        }
        // Its own warnings of unused fields do not matter, and without them it would tell no notes either.
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.WARNING
                        && diagnostic.getKind() != Diagnostic.Kind.MANDATORY_WARNING)
                .map(EclipseCompilerTest::line)
                .toList();
    }

    private static String line(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        String place =
                source == null ? "" : Path.of(source.toUri()).getFileName() + ":" + diagnostic.getLineNumber() + " ";
        return diagnostic.getKind() + " " + place + diagnostic.getMessage(Locale.ROOT);
    }
}
