package dev.retort.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** javac over files on the disk, as build tools call it. */
final class DiskJavac {

    private DiskJavac() {}

    /** @param arguments options and files, as on the command line */
    static String messages(Processor processor, List<String> arguments) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, Locale.ENGLISH, null)) {
            List<String> sources =
                    arguments.stream().filter(word -> word.endsWith(".java")).toList();
            List<String> options = new ArrayList<>(arguments);
            options.removeAll(sources);
            JavaCompiler.CompilationTask task = javac.getTask(
                    null, files, diagnostics, options, null, files.getJavaFileObjectsFromStrings(sources));
            task.setProcessors(List.of(processor));
            task.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return diagnostics.getDiagnostics().stream().map(DiskJavac::text).collect(Collectors.joining());
    }

    private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
        return diagnostic.getKind() + ": " + diagnostic.getMessage(Locale.ENGLISH) + "\n";
    }
}
