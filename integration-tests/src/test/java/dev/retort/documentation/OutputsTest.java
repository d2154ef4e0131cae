package dev.retort.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.documentation.Page.Block;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What a page shows of outputs and poms is what a test expects, or what this build makes. */
class OutputsTest {

    /** Who holds the outputs of a page to what is said. */
    private static final Map<String, String> HELD_BY = Map.of(
            "README.md", "ReadmeTest",
            "docs/commands.md", "DocumentationTest of the commands",
            "docs/environments.md", "EnvironmentsPageTest",
            "docs/start.md", "StartPageTest of the plugin",
            "docs/maven.md", "maven-plugin/src/test/resources/golden",
            "docs/spring-boot.md", "spring-boot-starter/src/test/java/dev/retort/spring/FailedStartTest.java",
            "docs/testing.md", "test-support/src/test/java/dev/retort/test/RoundTripTest.java");

    @Test
    void everyOutputIsExpectedByATest() throws IOException {
        Set<String> pages = new TreeSet<>();
        List<String> foreign = new ArrayList<>();
        for (Page page : users()) {
            for (Block block : page.blocks()) {
                if (block.language().equals("text")) {
                    pages.add(page.name());
                    foreign.addAll(foreign(HELD_BY.getOrDefault(page.name(), ""), block.text()));
                }
            }
        }
        assertThat(pages).isEqualTo(HELD_BY.keySet());
        assertThat(foreign).isEmpty();
    }

    @Test
    void anotherOutputIsSeen() throws IOException {
        String test = HELD_BY.getOrDefault("docs/testing.md", "");
        assertThat(foreign(test, "  left over: index ix_notes_title of notes (title)"))
                .isEmpty();
        assertThat(foreign(test, "  left over: index ix_notes_text of notes (text)"))
                .hasSize(1);
    }

    /** Lines that the test does not hold; where a class holds the page, all is well. */
    private static List<String> foreign(String test, String text) throws IOException {
        Path path = Page.ROOT.resolve(test);
        if (!Files.exists(path)) {
            return List.of();
        }
        String said;
        try (Stream<Path> files = Files.walk(path)) {
            said = plain(
                    files.filter(Files::isRegularFile).map(OutputsTest::read).collect(Collectors.joining("\n")));
        }
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("$ "))
                .filter(line -> !said.contains(plain(line)))
                .toList();
    }

    /** Registries have the names of the page's project, or of the test's. */
    private static String plain(String text) {
        return text.replaceAll("[\\w.]+\\.\\w*Migrations", "Migrations")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void poms() throws Exception {
        Map<String, Integer> artifacts = new TreeMap<>();
        for (Page page : users()) {
            for (Block block : page.blocks()) {
                if (block.language().equals("xml")) {
                    Document part = DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(
                                    "<part>" + block.text().replaceFirst("^<\\?xml.*\\?>", "") + "</part>")));
                    NodeList names = part.getElementsByTagName("artifactId");
                    for (int i = 0; i < names.getLength(); i++) {
                        artifacts.merge(names.item(i).getTextContent(), 1, Integer::sum);
                    }
                }
            }
        }
        Set<String> own = artifacts.keySet().stream()
                .filter(name -> name.startsWith("retort-"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(own)
                .contains(
                        "retort-processor", "retort-maven-plugin", "retort-spring-boot-starter", "retort-test-support");
        for (String name : own) {
            assertThat(Files.readString(Page.ROOT
                            .resolve(name.substring("retort-".length()))
                            .resolve("pom.xml")))
                    .contains("<artifactId>" + name + "</artifactId>");
        }
    }

    /** Without the pages of findings, whose messages have a test of their own. */
    private static List<Page> users() throws IOException {
        return Page.all().stream()
                .filter(page -> !page.name().startsWith("docs/findings/")
                        && !page.name().startsWith("docs/decisions/")
                        && !page.name().equals("CONTRIBUTING.md"))
                .toList();
    }
}
