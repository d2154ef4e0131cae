package dev.retort.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A copy of sources, to break and to compile with the processor. */
public final class Sources {

    private static final Path DEMO = Path.of("src", "main", "java");

    private final Path sources;
    private final Path classes;

    private Sources(Path sources, Path classes) {
        this.sources = sources;
        this.classes = classes;
    }

    /** @param output all that javac prints, without the directory of the sources */
    public record Compilation(boolean successful, String output, Path classes) {}

    /** Of the demo application. */
    public static Sources ofDemo(Path directory) throws IOException {
        return of(DEMO, directory);
    }

    public static Sources of(Path originals, Path directory) throws IOException {
        Path sources = Files.createDirectories(directory.resolve("sources"));
        try (Stream<Path> files = Files.walk(originals)) {
            for (Path original : files.filter(Files::isRegularFile).toList()) {
                Path copy = sources.resolve(originals.relativize(original).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(original, copy);
            }
        }
        return new Sources(sources, Files.createDirectories(directory.resolve("classes")));
    }

    /** None yet. */
    public static Sources in(Path directory) throws IOException {
        return new Sources(
                Files.createDirectories(directory.resolve("sources")),
                Files.createDirectories(directory.resolve("classes")));
    }

    /** Fails where the text is not there exactly once: a breakage that breaks nothing would prove nothing. */
    public Sources replace(String simpleName, String text, String replacement) throws IOException {
        Path file = file(simpleName);
        String source = Files.readString(file);
        assertThat(source).containsOnlyOnce(text);
        Files.writeString(file, source.replace(text, replacement));
        return this;
    }

    public Sources delete(String simpleName) throws IOException {
        Files.delete(file(simpleName));
        return this;
    }

    public Sources addBeside(String simpleName, String newSimpleName, String source) throws IOException {
        Files.writeString(file(simpleName).resolveSibling(newSimpleName + ".java"), source);
        return this;
    }

    /** @param name of the file, with its folders */
    public Sources add(String name, String source) throws IOException {
        Path file = sources.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        return this;
    }

    /** As the last member of the class. */
    public Sources insertBeforeTheEnd(String simpleName, String source) throws IOException {
        Path file = file(simpleName);
        Files.writeString(
                file, Files.readString(file).replaceFirst("\\}\\s*$", Matcher.quoteReplacement(source + "\n}\n")));
        return this;
    }

    private Path file(String simpleName) throws IOException {
        return files().stream()
                .filter(file -> file.endsWith(simpleName + ".java"))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** @param further options for javac */
    public Compilation compile(String... further) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(files());
            List<String> options = new ArrayList<>(List.of(
                    "-d",
                    classes.toString(),
                    "-classpath",
                    classPath(),
                    "-processorpath",
                    System.getProperty("processor.path"),
                    "-Xlint:all,-processing,-classfile,-path",
                    "--release",
                    "17"));
            options.addAll(List.of(further));
            boolean successful = compiler.getTask(output, manager, null, options, null, units)
                    .call();
            return new Compilation(successful, withoutDirectories(output.toString()), classes);
        }
    }

    /** The tests' own, without the demo as Maven compiled it. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("classes")
                        || !Path.of(entry).startsWith(Path.of("").toAbsolutePath()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String withoutDirectories(String output) {
        String text = output;
        try {
            for (Path file : files()) {
                text = text.replace(file.toString(), file.getFileName().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text;
    }
}
