package dev.retort.commands.compile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retort.commands.CommandException;
import dev.retort.commands.Compilation;
import dev.retort.commands.Finding;
import dev.retort.commands.text.Places;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Runs the processors of a compilation, and nothing else of it. */
public final class Javac {
    private static final String SERVICES = "META-INF/services/dev.retort.runtime.MigrationRegistry";

    /** javac stops at a hundred by itself. */
    private static final String MOST_MESSAGES = "100000";

    private final Compilation compilation;
    private final JavaCompiler compiler;

    private Javac(Compilation compilation, JavaCompiler compiler) {
        this.compilation = compilation;
        this.compiler = compiler;
    }

    /**
     * Runs them.
     *
     * @throws CommandException when there is nothing to compile, or nothing to compile it with
     * @throws IOException when sources cannot be read
     */
    public static Outcome run(Compilation compilation) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new CommandException(
                    "this Java has no compiler",
                    "it is a run-time image, at " + System.getProperty("java.home"),
                    "use the java command of a JDK");
        }
        return new Javac(compilation, compiler).run();
    }

    private Outcome run() throws IOException {
        List<Path> sources = sources();
        if (sources.isEmpty()) {
            throw new CommandException(
                    "there are no sources to check",
                    compilation.sourceRoots().isEmpty()
                            ? "no source folder is named"
                            : "no .java file is in " + paths(compilation.sourceRoots(), ", "),
                    "name the folders in which the packages of the sources begin");
        }
        Path generated = Files.createTempDirectory("retort-check");
        try {
            return compile(sources, generated);
        } finally {
            delete(generated);
        }
    }

    private Outcome compile(List<Path> sources, Path generated) throws IOException {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter rest = new StringWriter();
        try (ProcessorFileManager files = new ProcessorFileManager(
                compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, UTF_8),
                compilation.processorPath(),
                compiler.getClass().getClassLoader())) {
            require(files);
            JavaCompiler.CompilationTask task = compiler.getTask(
                    rest, files, diagnostics, options(generated), null, files.getJavaFileObjectsFromPaths(sources));
            task.setLocale(Locale.ENGLISH);
            task.call();
        } catch (CommandException refused) {
            throw refused;
        } catch (IllegalArgumentException refused) {
            throw new CommandException(
                    "the options of the compilation cannot be read",
                    String.valueOf(refused.getMessage()),
                    "correct the release or the options for javac",
                    refused);
        } catch (RuntimeException failed) {
            // javac wraps what processors throw; Retort's own throws nothing.
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new CommandException(
                    "a processor of the compilation failed",
                    cause.toString(),
                    "see to that processor, or leave it off the processor path",
                    failed);
        }
        List<String> registries = Files.exists(generated.resolve(SERVICES))
                ? Files.readAllLines(generated.resolve(SERVICES), UTF_8).stream()
                        .filter(line -> !line.isBlank())
                        .toList()
                : List.of();
        return new Reading(diagnostics.getDiagnostics()).outcome(registries);
    }

    /** Without them the processor would not run, and nothing would be found; or it would fail in words of its own. */
    private static void require(ProcessorFileManager files) {
        if (!files.hasProcessorClass("dev.retort.processor.RetortProcessor")) {
            throw new CommandException(
                    "retort-processor is not on the processor path",
                    "it is what checks and writes migrations",
                    "name it there, with the application's Hibernate");
        }
        if (!files.hasProcessorClass("org.hibernate.Version")) {
            throw new CommandException(
                    "Hibernate is not on the processor path",
                    "it computes the schema of the model, and must be the application's",
                    "name hibernate-core with its libraries, for SQLite also hibernate-community-dialects, on the class path"
                            + " or the processor path");
        }
    }

    private List<String> options(Path generated) {
        List<String> options = new ArrayList<>(compilation.options());
        compilation.release().ifPresent(release -> options.addAll(List.of("--release", release)));
        List<Path> classPath = new ArrayList<>(compilation.classPath());
        compilation.classes().ifPresent(classes -> classPath.add(0, classes));
        options.addAll(List.of("-proc:only", "-implicit:none", "-d", generated.toString(), "-s", generated.toString()));
        options.addAll(List.of("-Xmaxerrs", MOST_MESSAGES, "-Xmaxwarns", MOST_MESSAGES));
        options.addAll(List.of("-classpath", paths(classPath, File.pathSeparator)));
        options.addAll(List.of("-processorpath", paths(compilation.processorPath(), File.pathSeparator)));
        options.addAll(List.of("-sourcepath", paths(compilation.sourceRoots(), File.pathSeparator)));
        return options;
    }

    private static String paths(List<Path> paths, String separator) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(separator));
    }

    /** Without module descriptors: on a class path everything is in one unnamed module. */
    private List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path root : compilation.sourceRoots()) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                            .sorted()
                            .forEach(sources::add);
                }
            }
        }
        return sources;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Diagnostics to findings and the rest. */
    private static final class Reading {
        private final List<Diagnostic<? extends JavaFileObject>> diagnostics;
        private final List<Finding> findings = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<Written> written = new ArrayList<>();

        Reading(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
            this.diagnostics = diagnostics;
        }

        Outcome outcome(List<String> registries) throws IOException {
            for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
                read(diagnostic);
            }
            return new Outcome(findings, failures, notes, written, registries);
        }

        private void read(Diagnostic<? extends JavaFileObject> diagnostic) throws IOException {
            String message = diagnostic.getMessage(Locale.ENGLISH);
            boolean isError = diagnostic.getKind() == Diagnostic.Kind.ERROR;
            boolean isNote = diagnostic.getKind() == Diagnostic.Kind.NOTE;
            Optional<Finding.Place> place = place(diagnostic);
            Optional<Finding> finding = isNote
                    ? Optional.empty()
                    : FindingText.parse(message, isError ? Finding.Severity.ERROR : Finding.Severity.WARNING, place);
            Optional<Written> file = isNote ? FindingText.written(message) : Optional.empty();
            if (finding.isPresent()) {
                findings.add(finding.get());
            } else if (file.isPresent()) {
                written.add(file.get());
            } else if (isError && !FindingText.stopsAfterWriting(message)) {
                failures.add(FindingText.failure(message)
                        .orElse(place.map(at -> Places.of(at) + ": ").orElse("") + message));
            } else if (isNote && FindingText.isFact(message)) {
                notes.add(message);
            }
            // Other warnings and notes are the compiler's and of other processors, and told when the code is compiled.
        }

        /** The column from the text: javac's counts a tab as up to eight. */
        private static Optional<Finding.Place> place(Diagnostic<? extends JavaFileObject> diagnostic)
                throws IOException {
            JavaFileObject source = diagnostic.getSource();
            if (source == null || diagnostic.getPosition() == Diagnostic.NOPOS) {
                return Optional.empty();
            }
            String before = source.getCharContent(true).toString().substring(0, (int) diagnostic.getPosition());
            return Optional.of(new Finding.Place(
                    Path.of(source.getName()),
                    diagnostic.getLineNumber(),
                    before.length() - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'))));
        }
    }
}
