package dev.retort.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every output in {@code docs/commands.md} is a part of a transcript. */
class DocumentationTest {
    private static final Pattern OUTPUT = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);

    @Test
    void whatTheDocumentationShowsIsWhatCommandsSay() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "commands.md"), UTF_8);
        List<String> shown = OUTPUT.matcher(page)
                .results()
                .map((MatchResult block) -> block.group(1)
                        .replaceAll("\\b\\d+ ms\\b", "… ms")
                        .replaceAll("\\b(?!(?:a11|b0b|cab|c0ffee|feed)0)[0-9a-f]{12}\\b", "…"))
                .toList();
        assertThat(shown).hasSizeGreaterThan(5);
        String said = transcripts();
        assertThat(shown).allSatisfy(output -> assertThat(said).contains(output));
    }

    private static String transcripts() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "resources", "golden"))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(DocumentationTest::read)
                    .collect(Collectors.joining());
        }
    }

    /** As on a terminal, in the folder of the project. */
    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8).replace("…/src/", "src/").replaceAll("(?m)^! ", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
