package dev.retort.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder under {@code golden/<Id>} is a compilation. A line that ends in {@code // [Id]} draws that finding, and no
 * other line draws any; what javac says in full is in {@code expected.txt}. {@code -Dretort.golden.rewrite=true}
 * rewrites those files: read the difference before you commit it.
 */
class GoldenFindingsTest {
    static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final boolean REWRITE = Boolean.getBoolean("retort.golden.rewrite");
    private static final Pattern MARKER = Pattern.compile("// ((?:\\[\\w+\\] ?)+)$");
    private static final Pattern ID = Pattern.compile("\\[(\\w+)\\]");

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
        Compilation compilation = Javac.compile(
                sources, Files.exists(options) ? Files.readString(options).split("\\s+") : new String[0]);

        TreeSet<String> drawn = new TreeSet<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
            Matcher id = ID.matcher(diagnostic.getMessage(Locale.ENGLISH));
            if (id.lookingAt() && diagnostic.getSource() != null) {
                drawn.add(Javac.file(diagnostic) + ":" + diagnostic.getLineNumber() + " " + id.group(1));
            }
        }
        String said = Javac.messages(compilation);
        Path expected = folder.resolve("expected.txt");
        if (REWRITE) {
            Files.writeString(expected, said);
        }
        assertThat(drawn).as(said).isEqualTo(marked);
        assertThat(said).isEqualTo(Files.readString(expected));
    }
}
