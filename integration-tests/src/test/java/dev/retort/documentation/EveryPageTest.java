package dev.retort.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.documentation.Page.Block;
import dev.retort.sources.Sources;
import dev.retort.sources.Sources.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** No page shows code that nothing compiles or runs. */
class EveryPageTest {

    /** Pages whose Java has a test of its own, beside the pages of findings. */
    private static final Set<String> ELSEWHERE = Set.of("docs/operations.md", "docs/spring-boot.md");

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> whatAPageShowsCompiles() throws IOException {
        List<Page> pages = Page.all().stream()
                .filter(page -> !Template.java(page).isEmpty() && !isElsewhere(page))
                .toList();
        assertThat(pages).extracting(Page::name).contains("README.md", "docs/runtime.md");
        return pages.stream().map(page -> DynamicTest.dynamicTest(page.name(), () -> compiles(page)));
    }

    private void compiles(Page page) throws IOException {
        assertThat(Template.exists(page)).as("a template of " + page.name()).isTrue();
        Template template = Template.of(page);
        assertThat(template.used())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, Template.java(page).size())
                                .boxed()
                                .toList());
        Sources sources = Sources.in(directory.resolve(page.name()));
        template.addTo(sources);
        Compilation compilation = sources.compile();
        assertThat(compilation.output().lines().filter(line -> !line.startsWith("Note: no entity is in view")))
                .isEmpty();
        assertThat(compilation.successful()).isTrue();
    }

    /** What a shell is to run stands here as well: {@code mvn verify} is the build, the demo is run by its own tests. */
    @Test
    void commandsAreTheOnesThatAreTried() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Page page : Page.all()) {
            for (Block block : page.blocks()) {
                if (block.language().equals("sh") && !page.name().equals("CONTRIBUTING.md")) {
                    commands.add(page.name() + ": " + block.text());
                }
            }
        }
        assertThat(commands)
                .containsExactly(
                        "README.md: mvn -q -DskipTests package exec:java -pl integration-tests -am",
                        "README.md: mvn verify");
    }

    @Test
    void languagesAreThoseThatATestKnows() throws IOException {
        Set<String> languages = new TreeSet<>();
        for (Page page : Page.all()) {
            page.blocks().forEach(block -> languages.add(block.language()));
        }
        assertThat(languages).containsExactly("java", "sh", "sql", "text", "xml");
    }

    @Test
    void aPageWithAnErrorIsSeen() throws IOException {
        Sources sources = Sources.in(directory);
        Template template = Template.of("=== A.java\nclass A {\n    ${1}\n}\n", List.of("int size = \"one\";"));
        assertThat(template.files()).containsEntry("A.java", "class A {\n    int size = \"one\";\n}\n");
        template.addTo(sources);
        assertThat(sources.compile().output()).contains("A.java:2: error: incompatible types");
    }

    private static boolean isElsewhere(Page page) {
        return ELSEWHERE.contains(page.name()) || page.name().startsWith("docs/findings/");
    }
}
