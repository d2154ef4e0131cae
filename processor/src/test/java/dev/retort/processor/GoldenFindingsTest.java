package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
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
    private static final boolean REWRITE = Boolean.getBoolean("retort.golden.rewrite");
    private static final Pattern MARKER = Pattern.compile("// ((?:\\[\\w+\\] ?)+)$");
    private static final Pattern ID = Pattern.compile("\\[(\\w+)\\]");

    @TempDir
    static Path dependencies;

    @TestFactory
    Stream<DynamicTest> everyFinding() throws IOException {
        List<GoldenCase> cases = GoldenCase.all();
        assertThat(cases).isNotEmpty();
        return cases.stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
    }

    private static void check(GoldenCase golden) throws IOException {
        Map<String, String> sources = golden.sources();
        TreeSet<String> marked = new TreeSet<>();
        sources.forEach((path, text) -> {
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                Matcher marker = MARKER.matcher(lines.get(i));
                if (marker.find()) {
                    String place = Path.of(path).getFileName() + ":" + (i + 1);
                    ID.matcher(marker.group(1)).results().forEach(id -> marked.add(place + " " + id.group(1)));
                }
            }
        });
        Compilation compilation = golden.compile(sources, dependencies);

        TreeSet<String> drawn = new TreeSet<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
            Matcher id = ID.matcher(diagnostic.getMessage(Locale.ENGLISH));
            if (id.lookingAt() && diagnostic.getSource() != null) {
                drawn.add(Javac.file(diagnostic) + ":" + diagnostic.getLineNumber() + " " + id.group(1));
            }
        }
        String said = Javac.messages(compilation).replace(Version.getVersionString(), "{hibernate}");
        Path expected = expected(golden.folder());
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
}
