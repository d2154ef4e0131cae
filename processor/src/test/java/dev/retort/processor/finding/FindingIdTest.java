package dev.retort.processor.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An id is a promise: somebody makes it, a page explains it, a golden compilation shows it. */
class FindingIdTest {
    private static final Set<String> IDS =
            Stream.of(FindingId.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));

    @Test
    void everyIdHasAPageAndEveryPageAnId() throws IOException {
        assertThat(names(Path.of("../docs/findings"), ".md")).isEqualTo(IDS);
    }

    @Test
    void everyPageSaysWhatItMeansWithAnExampleACureAndHowToSilenceIt() throws IOException {
        for (FindingId id : FindingId.values()) {
            String page = Files.readString(Path.of("../docs/findings", id + ".md"));
            assertThat(page).as(id.name()).startsWith("# " + id + "\n\n");
            for (String section : List.of("Example", "Cure", "Silence")) {
                assertThat(page).as(id.name()).containsPattern("\n## " + section + "\n\n[^#\\s]");
            }
            assertThat(page.contains("@SuppressWarnings(\"retort:" + id + "\")"))
                    .as(id.name())
                    .isEqualTo(id.canBeSilenced());
        }
    }

    @Test
    void everyIdHasAGoldenCompilationThatDrawsIt() throws IOException {
        Path golden = Path.of("src/test/resources/golden");
        assertThat(names(golden, "")).isEqualTo(IDS);
        for (String id : IDS) {
            try (Stream<Path> files = Files.walk(golden.resolve(id))) {
                List<Path> texts =
                        files.filter(file -> file.endsWith("expected.txt")).toList();
                assertThat(texts).as(id).isNotEmpty();
                for (Path text : texts) {
                    assertThat(Files.readString(text)).as(text.toString()).contains("[" + id + "]");
                }
            }
        }
    }

    @Test
    void everyIdHasAnEmitter() throws IOException {
        Pattern use = Pattern.compile("FindingId\\.([A-Z]\\w+)");
        Set<String> emitted = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                use.matcher(Files.readString(source)).results().forEach(match -> emitted.add(match.group(1)));
            }
        }
        assertThat(emitted).isEqualTo(IDS);
    }

    private static Set<String> names(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix) && !name.equals("README.md"))
                    .map(name -> name.substring(0, name.length() - suffix.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
