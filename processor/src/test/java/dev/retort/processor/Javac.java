package dev.retort.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles sources with Retort, and says what javac said. */
final class Javac {

    private Javac() {}

    static Compilation compile(List<JavaFileObject> sources, String... options) {
        List<Object> all = new ArrayList<>(Arrays.asList((Object[]) options));
        all.add("-Xlint:-options");
        return com.google.testing.compile.Compiler.javac()
                .withProcessors(new RetortProcessor())
                .withOptions(ImmutableList.copyOf(all))
                .compile(sources);
    }

    /** @param before what stands on the class path before the tests' own */
    static Compilation compile(
            List<Processor> processors, List<File> before, List<JavaFileObject> sources, List<String> options) {
        List<File> classPath = new ArrayList<>(before);
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .forEach(classPath::add);
        List<Object> all = new ArrayList<>(options);
        all.add("-Xlint:-options");
        if (processors.isEmpty()) {
            all.add("-proc:none");
        }
        return com.google.testing.compile.Compiler.javac()
                .withProcessors(processors)
                .withClasspath(classPath)
                .withOptions(all)
                .compile(sources);
    }

    static Compilation compile(String... sources) {
        return compile(Stream.of(sources).map(Javac::source).toList());
    }

    /** A source whose first type or package declaration names its file. */
    static JavaFileObject source(String text) {
        var packages = java.util.regex.Pattern.compile("(?m)^(?:@.*\\s)?package ([\\w.]+);")
                .matcher(text);
        String packageName = packages.find() ? packages.group(1) + "." : "";
        var types = java.util.regex.Pattern.compile(
                        "(?m)(?:^|\\bpublic )(?:public |final |abstract |sealed )*(?:class|interface|enum|record|@interface) (\\w+)")
                .matcher(text);
        return JavaFileObjects.forSourceString(packageName + (types.find() ? types.group(1) : "package-info"), text);
    }

    /** Every message as javac prints it: {@code User.java:14: error: …}, by file and line. */
    static String messages(Compilation compilation) {
        return compilation.diagnostics().stream()
                .sorted(java.util.Comparator.comparing(Javac::file)
                        .thenComparing(Diagnostic::getLineNumber)
                        .thenComparing(Diagnostic::getColumnNumber))
                .map(Javac::message)
                .collect(Collectors.joining());
    }

    private static String message(Diagnostic<? extends JavaFileObject> diagnostic) {
        String kind = switch (diagnostic.getKind()) {
            case ERROR -> "error";
            case WARNING, MANDATORY_WARNING -> "warning";
            default -> "note";
        };
        String place = diagnostic.getSource() == null || diagnostic.getLineNumber() < 0
                ? ""
                : file(diagnostic) + ":" + diagnostic.getLineNumber() + ": ";
        return place + kind + ": " + diagnostic.getMessage(Locale.ENGLISH) + "\n";
    }

    static String file(Diagnostic<? extends JavaFileObject> diagnostic) {
        return diagnostic.getSource() == null
                ? ""
                : Path.of(diagnostic.getSource().toUri().getPath())
                        .getFileName()
                        .toString();
    }

    static String generated(Compilation compilation, String qualifiedName) {
        try {
            return new String(
                    compilation
                            .generatedSourceFile(qualifiedName)
                            .orElseThrow(() -> new AssertionError(
                                    "no source of " + qualifiedName + " was generated\n" + messages(compilation)))
                            .openInputStream()
                            .readAllBytes(),
                    UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
