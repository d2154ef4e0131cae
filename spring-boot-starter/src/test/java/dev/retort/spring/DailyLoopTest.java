package dev.retort.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.commands.Check;
import dev.retort.commands.Command;
import dev.retort.commands.Commands;
import dev.retort.commands.Compilation;
import dev.retort.commands.ConnectionSettings;
import dev.retort.commands.Console;
import dev.retort.commands.Current;
import dev.retort.commands.Downgrade;
import dev.retort.commands.ExitStatus;
import dev.retort.commands.NewRevision;
import dev.retort.commands.Project;
import dev.retort.commands.Script;
import dev.retort.spring.RetortEndpoint.RevisionState;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** A developer's day with a Spring Boot application: an entity changes, and the application starts on the new schema. */
class DailyLoopTest {
    private static final Path ORIGINAL = Path.of("src", "test", "resources", "loop");

    /** An application has no processor on its class path; a build has it on another. */
    private static final List<Path> PROCESSOR_PATH =
            paths(System.getProperty("retort.processor.path") + File.pathSeparator + classPath());

    @TempDir
    Path directory;

    private Path sources;
    private Path classes;

    @BeforeEach
    void copySources() throws IOException {
        sources = directory.resolve("src");
        classes = Files.createDirectories(directory.resolve("classes"));
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = sources.resolve(ORIGINAL.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void fromAnEntityToADowngrade() throws Exception {
        said(ExitStatus.OK, revision("Create customers"), "CreateCustomers.java");
        compile();
        try (ConfigurableApplicationContext application = start()) {
            assertThat(messages(application)).containsExactly("Create customers APPLIED");
        }

        Path entity = sources.resolve("loop/Customer.java");
        String source = Files.readString(entity);
        Files.writeString(
                entity,
                source.replace(
                        "private String emailAddress;",
                        "private String emailAddress;\n\n    private String nickName;"));
        said(ExitStatus.NO, check(), "[ColumnDrift] table customer has no column nick_name, mapped by");

        said(ExitStatus.OK, revision("Add nicknames"), "AddNicknames.java");
        said(ExitStatus.OK, check(), "In step: loop.migrations.LoopMigrations");
        // Compiled and not yet started: that is what the operator asks the commands.
        compile();
        said(ExitStatus.OK, current(), "behind by 1");
        said(
                ExitStatus.OK,
                new Script(project(), Script.Kind.UPGRADE, "head-1:head", Optional.empty(), database()),
                "alter table customer add column nick_name varchar(255);");

        try (ConfigurableApplicationContext application = start()) {
            assertThat(messages(application)).containsExactly("Create customers APPLIED", "Add nicknames APPLIED");
        }
        said(ExitStatus.OK, current(), "(head), Add nicknames");

        said(ExitStatus.OK, new Downgrade(project(), database(), "-1", true), "Undid 1 of 1");
        // The application on the older schema, kept from migrating: Hibernate validates, and does not start.
        assertThatThrownBy(() -> start("spring.retort.enabled=false"))
                .hasStackTraceContaining("missing column [nick_name] in table [customer]");
        start().close();
        said(ExitStatus.OK, current(), "(head), Add nicknames");
    }

    /** With the names and the validation of Spring Boot's Hibernate. */
    private ConfigurableApplicationContext start(String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("spring.datasource.url=" + url()));
        words.addAll(List.of(arguments));
        ClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, OneRegistry.listed(directory, ""));
        return Applications.start(
                loader.loadClass("loop.LoopApplication"),
                loader,
                WebApplicationType.NONE,
                words.toArray(String[]::new));
    }

    private static List<String> messages(ConfigurableApplicationContext application) {
        RetortMigrations migrations = application.getBean(RetortMigrations.class);
        return new RetortEndpoint(migrations)
                .databases().registries().get("loop.migrations.LoopMigrations").revisions().stream()
                        .map(DailyLoopTest::inWords)
                        .toList();
    }

    private static String inWords(RevisionState revision) {
        return revision.message() + " " + revision.state();
    }

    private Compilation compilation() {
        return new Compilation(
                List.of(sources), paths(classPath()), PROCESSOR_PATH, Optional.of("17"), Optional.empty(), List.of());
    }

    private Command check() {
        return new Check(compilation(), Check.Format.TEXT);
    }

    private Command revision(String message) {
        return new NewRevision(compilation(), message, true, List.of(), Optional.empty());
    }

    private Command current() {
        return new Current(project(), database(), false, false);
    }

    private Project project() {
        return new Project(
                Stream.concat(Stream.of(classes), paths(classPath()).stream()).toList(), Optional.of("LoopMigrations"));
    }

    private String url() {
        return "jdbc:sqlite:" + directory.resolve("loop.db");
    }

    private Optional<ConnectionSettings> database() {
        return Optional.of(new ConnectionSettings(url(), Optional.empty(), Optional.empty()));
    }

    private static void said(int status, Command command, String text) {
        StringBuilder said = new StringBuilder();
        Console console = new Console() {
            @Override
            public void out(String line) {
                said.append(line).append('\n');
            }

            @Override
            public void err(String line) {
                said.append(line).append('\n');
            }
        };
        int given = Commands.run(command, console, true);
        assertThat(said.toString()).contains(text);
        assertThat(given).as(said.toString()).isEqualTo(status);
    }

    /** What a build does. */
    private void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ENGLISH, UTF_8);
                Stream<Path> files = Files.walk(sources)) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of(
                    "-d",
                    classes.toString(),
                    "-classpath",
                    classPath(),
                    "-processorpath",
                    String.join(
                            File.pathSeparator,
                            PROCESSOR_PATH.stream().map(Path::toString).toList()),
                    "--release",
                    "17");
            boolean successful = compiler.getTask(
                            output, manager, null, options, null, manager.getJavaFileObjectsFromPaths(all))
                    .call();
            assertThat(successful).as(output.toString()).isTrue();
        }
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static List<Path> paths(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
    }
}
