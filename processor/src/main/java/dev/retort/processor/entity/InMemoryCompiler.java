package dev.retort.processor.entity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Compiles single source files of the running compilation ahead of it. All other types are shown to the compiler as
 * skeletons: so neither the class path nor the other sources are needed, and what other processors have added to those
 * is there too.
 */
final class InMemoryCompiler {
    private final ModelTypes types;
    private final SkeletonWriter skeletons;

    InMemoryCompiler(ModelTypes types, SkeletonWriter skeletons) {
        this.types = types;
        this.skeletons = skeletons;
    }

    /**
     * @param classes class files by binary name; of files that do not compile, none
     * @param errors the compiler's first word on each file that does not compile
     */
    record Compiled(Map<String, byte[]> classes, Map<String, String> errors) {}

    /** @param sources texts by a name for their file */
    Compiled compile(Map<String, String> sources) {
        Map<String, String> remaining = new LinkedHashMap<>(sources);
        Map<String, String> errors = new LinkedHashMap<>();
        while (!remaining.isEmpty()) {
            Map<String, byte[]> classes = new LinkedHashMap<>();
            Map<String, String> found = run(remaining, classes);
            if (found.isEmpty()) {
                return new Compiled(classes, errors);
            }
            errors.putAll(found);
            // An error without a file is not of one source's making: then none compiles.
            if (!remaining.keySet().removeAll(found.keySet())) {
                remaining.keySet().forEach(file -> errors.put(file, String.join("; ", found.values())));
                remaining.clear();
            }
        }
        return new Compiled(Map.of(), errors);
    }

    private Map<String, String> run(Map<String, String> sources, Map<String, byte[]> classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return Map.of("", "this Java has no compiler");
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<Source> units = new ArrayList<>();
        sources.forEach((file, text) -> units.add(new Source(units.size(), file, text)));
        List<String> options = List.of("-proc:none", "-nowarn", "-Xlint:none", "-implicit:none");
        Boolean succeeded;
        try (JavaFileManager files =
                new Files(compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8), classes)) {
            succeeded = compiler.getTask(Writer.nullWriter(), files, diagnostics, options, null, units)
                    .call();
        } catch (IOException e) {
            return Map.of("", String.valueOf(e.getMessage()));
        }
        Map<String, String> errors = new LinkedHashMap<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                String file = diagnostic.getSource() instanceof Source source ? source.file : "";
                errors.putIfAbsent(
                        file,
                        diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse(""));
            }
        }
        if (!succeeded && errors.isEmpty()) {
            errors.put("", "the compiler failed without a word");
        }
        return errors;
    }

    /** A class path made of the running compilation's types. */
    private final class Files extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, byte[]> output;

        Files(JavaFileManager files, Map<String, byte[]> output) {
            super(files);
            this.output = output;
        }

        @Override
        public Iterable<JavaFileObject> list(
                Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
                throws IOException {
            if (location == StandardLocation.CLASS_PATH) {
                return kinds.contains(JavaFileObject.Kind.CLASS) ? skeletonsOf(packageName) : List.of();
            }
            return super.list(location, packageName, kinds, recurse);
        }

        @Override
        public boolean hasLocation(Location location) {
            return location != StandardLocation.SOURCE_PATH && super.hasLocation(location);
        }

        @Override
        public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
            return file instanceof ClassFile known ? known.binaryName : super.inferBinaryName(location, file);
        }

        @Override
        public boolean isSameFile(FileObject one, FileObject other) {
            return one.equals(other);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
            return new Output(className, output);
        }
    }

    private List<JavaFileObject> skeletonsOf(String packageName) {
        Set<TypeElement> found = new LinkedHashSet<>();
        Optional<PackageElement> pack = types.findPackage(packageName);
        pack.ifPresent(known -> addTypes(ElementFilter.typesIn(known.getEnclosedElements()), found));
        return found.stream()
                .<JavaFileObject>map(
                        type -> new ClassFile(types.binaryName(type), () -> skeletons.write(type, true, Set.of())))
                .toList();
    }

    private static void addTypes(List<TypeElement> types, Set<TypeElement> found) {
        for (TypeElement type : types) {
            found.add(type);
            addTypes(ElementFilter.typesIn(type.getEnclosedElements()), found);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String file;
        private final String text;

        Source(int number, String file, String text) {
            super(URI.create("mem:///source" + number + ".java"), Kind.SOURCE);
            this.file = file;
            this.text = text;
        }

        /** A public class may then lie in a file of any name. */
        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {
        private final String binaryName;
        private final Supplier<byte[]> bytes;

        ClassFile(String binaryName, Supplier<byte[]> bytes) {
            super(URI.create("mem:///" + binaryName.replace('.', '/') + ".class"), Kind.CLASS);
            this.binaryName = binaryName;
            this.bytes = bytes;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes.get());
        }
    }

    private static final class Output extends SimpleJavaFileObject {
        private final String binaryName;
        private final Map<String, byte[]> output;

        Output(String binaryName, Map<String, byte[]> output) {
            super(URI.create("mem:///out/" + binaryName.replace('.', '/') + ".class"), Kind.CLASS);
            this.binaryName = binaryName;
            this.output = output;
        }

        @Override
        public OutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
                @Override
                public void close() {
                    output.put(binaryName, toByteArray());
                }
            };
        }
    }
}
