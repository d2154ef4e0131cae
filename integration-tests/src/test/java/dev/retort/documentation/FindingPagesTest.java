package dev.retort.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.documentation.Page.Block;
import dev.retort.sources.Sources;
import dev.retort.sources.Sources.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page about a finding shows as an example is a piece of a compilation that the processor's tests run. */
class FindingPagesTest {

    private static final Path GOLDEN = Page.ROOT.resolve("processor/src/test/resources/golden");

    /** Stands below the first finding of a compilation, whichever that is. */
    private static final String WRITTEN = "\n *help: or have the migration written: -Aretort\\.revision=.*";

    @TempDir
    Path directory;

    @Test
    void everyMessageIsOneOfTheCompiler() throws IOException {
        List<String> foreign = new ArrayList<>();
        int messages = 0;
        for (Page page : pages()) {
            for (Block block : page.blocks()) {
                if (block.language().equals("text")) {
                    messages++;
                    if (!isSaidByTheCompiler(block.text())) {
                        foreign.add(page.name() + ":" + block.line() + "\n" + block.text());
                    }
                }
            }
        }
        assertThat(messages).isGreaterThan(30);
        assertThat(foreign).isEmpty();
    }

    /** Each of these messages, to the letter, is one that a test of the processor expects. */
    static boolean isSaidByTheCompiler(String messages) throws IOException {
        List<String> said = new ArrayList<>(contents(GOLDEN, "expected.txt"));
        said.addAll(contents(Page.ROOT.resolve("processor/src/test/java"), "MappingFilesTest.java"));
        return Stream.of(messages.replaceAll(WRITTEN, "").split("\n(?=\\S)"))
                .allMatch(message -> said.stream().anyMatch(text -> holds(text, message)));
    }

    @Test
    void everyLineOfAnExampleIsFromOneCompilation() throws IOException {
        List<String> foreign = new ArrayList<>();
        int blocks = 0;
        for (Page page : pages()) {
            List<String> compilations = compilations(GOLDEN.resolve(id(page)));
            for (Block block : page.blocks()) {
                if (block.language().equals("java") && !block.section().equals("Cure")) {
                    blocks++;
                    if (compilations.stream().noneMatch(sources -> holdsLines(sources, block.text()))) {
                        foreign.add(page.name() + ":" + block.line() + "\n" + block.text());
                    }
                }
            }
        }
        assertThat(blocks).isGreaterThan(25);
        assertThat(foreign).isEmpty();
    }

    @Test
    void theCureOfAColumnThatIsMissingCures() throws IOException {
        Compilation compilation = Sources.of(GOLDEN.resolve("ColumnDrift/missing"), directory)
                .replace(
                        "User",
                        "    private String nickname;",
                        "    @Column(nullable = false)\n    private String nickname;")
                .add("app/AddNicknames.java", """
                        package app;

                        import static dev.retort.op.SqlTypes.*;

                        import dev.retort.*;
                        import dev.retort.op.Operations;

                        @Migration(revision = "b1", revises = "9c41d07be2aa")
                        final class AddNicknames implements SchemaMigration {
                            @Override
                            public void upgrade(Operations op) {
                                %s
                            }

                            @Override
                            public void downgrade(Operations op) {
                                op.dropColumn("users", "nickname");
                            }
                        }
                        """.formatted(cure("ColumnDrift")))
                .compile();

        assertThat(compilation.output()).isEmpty();
    }

    @Test
    void theCureOfAnIrreversibleRevisionCures() throws IOException {
        Sources sources = Sources.of(GOLDEN.resolve("IrreversibleRevision/executeAndRun"), directory);
        assertThat(sources.compile().output()).contains("Second.java");

        assertThat(sources.insertBeforeTheEnd("Second", cure("IrreversibleRevision"))
                        .compile()
                        .output())
                .doesNotContain("Second.java");
    }

    @Test
    void noPageShowsAnythingElse() throws IOException {
        for (Page page : pages()) {
            assertThat(page.blocks())
                    .as(page.name())
                    .extracting(Block::language)
                    .isSubsetOf("java", "text")
                    .contains("text");
        }
    }

    @Test
    void aChangedWordIsSeen() throws IOException {
        assertThat(isSaidByTheCompiler("Wrong.java:5: error: [InvalidRevision] class Wrong has @Migration"))
                .isTrue();
        assertThat(isSaidByTheCompiler("Wrong.java:6: error: [InvalidRevision] class Wrong has @Migration"))
                .isFalse();

        String source = "class User {\n    @Id\n    private Long id; // [ColumnDrift]\n}\n";
        assertThat(holds(source, "@Id\nprivate Long id;")).isTrue();
        assertThat(holds(source, "@Id\nprivate Integer id;")).isFalse();
        assertThat(holds(source, "private Long id;\n@Id")).isFalse();
        assertThat(holdsLines(source, "class User { … }\nprivate Long id; // a remark"))
                .isTrue();
        assertThat(holdsLines(source, "private Long id;\n@Version")).isFalse();
    }

    private static List<Page> pages() throws IOException {
        return Page.all().stream()
                .filter(page ->
                        page.name().startsWith("docs/findings/") && !page.name().endsWith("README.md"))
                .toList();
    }

    private static String id(Page page) {
        return page.name().replaceAll(".*/|\\.md", "");
    }

    private static String cure(String id) throws IOException {
        return Page.read("docs/findings/" + id + ".md").blocks().stream()
                .filter(block -> block.section().equals("Cure"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** Remarks, and what ellipses stand for, are the page's own. */
    private static boolean holdsLines(String sources, String block) {
        return block.lines()
                .map(line -> plain(line.replaceAll("\\{? ?… ?\\}?.*|//.*", "")))
                .filter(line -> !line.isEmpty())
                .allMatch(plain(sources)::contains);
    }

    /** Markers of the findings that a line draws, and indentation, are left out. */
    private static boolean holds(String source, String piece) {
        return plain(source).contains(plain(piece));
    }

    private static String plain(String text) {
        return text.replace("{hibernate}", "7.4.15.Final")
                .replaceAll("// (\\[\\w+\\] ?)+", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The sources of each folder, as one text. */
    private static List<String> compilations(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> cases = Files.list(folder)) {
            for (Path each : cases.toList()) {
                texts.add(String.join("\n", contents(each, ".java")));
            }
        }
        return texts;
    }

    private static List<String> contents(Path folder, String suffix) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(suffix)).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }
}
