package dev.retort.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.hibernate.Version;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each folder under {@code golden/<Id>} is a compilation. A line that ends in {@code // [Id]} draws that finding, and no
 * other line draws any; what javac says in full is in {@code expected.txt}. {@code -Dretort.golden.rewrite=true}
 * rewrites those files: read the difference before you commit it. What is in a folder {@code classpath} comes first on
 * the class path.
 */
class GoldenFindingsTest {
    static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final boolean REWRITE = Boolean.getBoolean("retort.golden.rewrite");
    private static final Pattern MARKER = Pattern.compile("// ((?:\\[\\w+\\] ?)+)$");
    private static final Pattern ID = Pattern.compile("\\[(\\w+)\\]");

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    static Path dependencies;

    @TestFactory
    Stream<DynamicTest> everyFinding() throws IOException {
        List<Path> cases;
        try (Stream<Path> folders = Files.walk(GOLDEN, 2)) {
            cases = folders.filter(folder -> GOLDEN.relativize(folder).getNameCount() == 2)
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
        assertThat(cases).isNotEmpty();
        return cases.stream()
                .map(folder -> DynamicTest.dynamicTest(GOLDEN.relativize(folder).toString(), () -> check(folder)));
    }

    private static void check(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(folder.resolve("classpath")))
                    .sorted()
                    .toList();
        }
        List<JavaFileObject> sources = new ArrayList<>();
        TreeSet<String> marked = new TreeSet<>();
        for (Path file : files) {
            sources.add(JavaFileObjects.forResource(file.toUri().toURL()));
            List<String> lines = Files.readAllLines(file, UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                Matcher marker = MARKER.matcher(lines.get(i));
                if (marker.find()) {
                    String place = file.getFileName() + ":" + (i + 1);
                    ID.matcher(marker.group(1)).results().forEach(id -> marked.add(place + " " + id.group(1)));
                }
            }
        }
        Path options = folder.resolve("options.txt");
        List<String> given = new ArrayList<>();
        if (Files.exists(options)) {
            given.addAll(List.of(Files.readString(options).split("\\s+")));
        }
        Path classPath = folder.resolve("classpath");
        if (Files.exists(classPath)) {
            given.addAll(List.of("-classpath", dependency(classPath) + File.pathSeparator + CLASS_PATH));
        }
        Compilation compilation = Javac.compile(sources, given.toArray(String[]::new));

        TreeSet<String> drawn = new TreeSet<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
            Matcher id = ID.matcher(diagnostic.getMessage(Locale.ENGLISH));
            if (id.lookingAt() && diagnostic.getSource() != null) {
                drawn.add(Javac.file(diagnostic) + ":" + diagnostic.getLineNumber() + " " + id.group(1));
            }
        }
        String said = Javac.messages(compilation).replace(Version.getVersionString(), "{hibernate}");
        Path expected = expected(folder);
        if (REWRITE) {
            Files.writeString(expected, said);
        }
        assertThat(drawn).as(said).isEqualTo(marked);
        assertThat(said).isEqualTo(Files.readString(expected));
    }

    /** What an older Hibernate has otherwise is beside it, as {@code expected-until-7.3.txt}. */
    private static Path expected(Path folder) throws IOException {
        Path newest = folder.resolve("expected.txt");
        List<Path> older;
        try (Stream<Path> files = Files.list(folder)) {
            older = files.filter(file -> file.getFileName().toString().matches("expected-until-.+\\.txt"))
                    .toList();
        }
        assertThat(older).hasSizeLessThan(2);
        for (Path file : older) {
            assertThat(file).as("as the newest: not needed").content().isNotEqualTo(Files.readString(newest));
            String minor = file.getFileName().toString().replaceAll("expected-until-|\\.txt", "");
            if (HibernateVersion.isIn("until " + minor)) {
                return file;
            }
        }
        return newest;
    }

    /** A folder of sources and other files, as the class path would have it. */
    private static Path dependency(Path folder) throws IOException {
        Path compiled = Files.createTempDirectory(dependencies, "classpath");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", compiled.toString(), "-cp", CLASS_PATH));
        for (Path file : files) {
            if (file.toString().endsWith(".java")) {
                arguments.add(file.toString());
            } else {
                Path copy = compiled.resolve(folder.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        if (files.stream().anyMatch(file -> file.toString().endsWith(".java"))) {
            int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            assertThat(result).isZero();
        }
        return compiled;
    }
}
