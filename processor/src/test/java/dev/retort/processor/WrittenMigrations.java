package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.retort.runtime.MigrationRegistry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** A source tree that the processor writes migrations into, revision after revision. */
final class WrittenMigrations {
    private static final Pattern VALUE = Pattern.compile("(?<![\\w\".])(?:valueOf|narrowed)\\p{Upper}\\w*");
    private static final Pattern STATEMENT =
            Pattern.compile("\\bo[pn]\\.execute\\(\\s*(?:setApart|adopt|mend)\\p{Upper}\\w*\\);");

    private final Path directory;
    private final List<String> dialects;
    private final List<String> unmapped;

    WrittenMigrations(Path directory, List<String> dialects) {
        this(directory, dialects, List.of());
    }

    /** @param unmapped patterns of tables that the environment leaves out */
    WrittenMigrations(Path directory, List<String> dialects, List<String> unmapped) {
        this.directory = directory;
        this.dialects = dialects;
        this.unmapped = unmapped;
    }

    /** Writes the migration that leads to the model; gives its source. */
    String write(ProofModel model, String message, String... options) throws IOException {
        Set<Path> before = files();
        List<String> all = new ArrayList<>(Arrays.asList(options));
        all.add("-Aretort.revision=" + message);
        all.add("-Aretort.sourceDirectory=" + directory);
        Compilation compilation = compile(model, all);
        Set<Path> after = files();
        after.removeAll(before);
        assertThat(after).as(Javac.messages(compilation)).hasSize(1);
        return Files.readString(after.iterator().next());
    }

    /** What a developer does before the migration compiles; the tables of a proof have no rows. */
    void choose(String value) throws IOException {
        for (Path file : files()) {
            String source = STATEMENT.matcher(Files.readString(file)).replaceAll("");
            Files.writeString(file, VALUE.matcher(source).replaceAll("\"" + value + "\""));
        }
    }

    /** Model and migrations together. */
    Compilation compile(ProofModel model) throws IOException {
        return compile(model, List.of());
    }

    private Compilation compile(ProofModel model, List<String> options) throws IOException {
        return Javac.compile(
                Stream.concat(model.otherProcessors().stream(), Stream.of(new RetortProcessor()))
                        .toList(),
                classPath(model),
                sources(model),
                options);
    }

    /** The classes alone. */
    Compilation withoutRetort(ProofModel model) throws IOException {
        return Javac.compile(
                model.otherProcessors(),
                classPath(model),
                model.sources().stream().map(Javac::source).toList(),
                List.of());
    }

    CompiledModel compiled(Compilation compilation, ProofModel model) throws IOException {
        return new CompiledModel(
                compilation,
                model.settings(),
                model.resources().isEmpty() ? Optional.empty() : Optional.of(folder(model)),
                model.unit());
    }

    private List<File> classPath(ProofModel model) throws IOException {
        return model.resources().isEmpty() ? List.of() : List.of(folder(model).toFile());
    }

    /** Where the resources of a model are, as a build tool lays them out. */
    private Path folder(ProofModel model) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("of " + model.name()));
        for (Map.Entry<String, String> resource : model.resources().entrySet()) {
            Path file = folder.resolve(resource.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, resource.getValue());
        }
        return folder;
    }

    static List<String> findings(Compilation compilation) {
        return compilation.diagnostics().stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
                // javac's, of the models' code.
                .filter(message -> !message.contains("deprecat")
                        && !message.contains("-Xlint:unchecked")
                        && !message.contains("unchecked or unsafe operations"))
                .toList();
    }

    static MigrationRegistry registry(CompiledModel compiled) throws ReflectiveOperationException {
        return (MigrationRegistry)
                compiled.loadClass("app.Migrations").getMethod("registry").invoke(null);
    }

    List<JavaFileObject> sources(ProofModel model) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        sources.add(JavaFileObjects.forSourceString("app.Database", environment(model)));
        for (String source : model.sources()) {
            sources.add(Javac.source(source));
        }
        for (Path file : files()) {
            sources.add(JavaFileObjects.forSourceString(
                    "app." + file.getFileName().toString().replace(".java", ""), Files.readString(file)));
        }
        return sources;
    }

    private String environment(ProofModel model) {
        return "package app;\n@dev.retort.MigrationEnvironment(dialects = {" + quoted(dialects.stream())
                + "}, settings = {"
                + quoted(model.settings().entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()))
                + "}, unmapped = {" + quoted(unmapped.stream())
                + "}, persistenceUnit = \"" + model.unit() + "\")\nclass Database {}\n";
    }

    private static String quoted(Stream<String> texts) {
        return texts.map(text -> '"' + text + '"').collect(Collectors.joining(", "));
    }

    private Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }
}
