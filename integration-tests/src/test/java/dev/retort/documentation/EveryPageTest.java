package dev.retort.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.documentation.Page.Block;
import dev.retort.sources.Sources;
import dev.retort.sources.Sources.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** No page shows code that nothing compiles or runs. */
class EveryPageTest {

    /** Pages whose Java has a test of its own, as the pages of findings do; decisions show what was considered. */
    private static final Set<String> ELSEWHERE = Set.of("docs/operations.md", "docs/spring-boot.md", "docs/start.md");

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

    /** What a shell is to run, and what runs it. */
    private static final Map<String, String> TRIED = Map.ofEntries(
            Map.entry(
                    "mvn -q -DskipTests package exec:java -pl integration-tests -am", // README's text, skips no test
                    "DemoApplicationTest"),
            Map.entry("mvn verify", "the build"),
            Map.entry("retort check", "daily-loop.sh"),
            Map.entry("retort revision --autogenerate -m \"Add nicknames\"", "daily-loop.sh"),
            Map.entry("retort upgrade", "daily-loop.sh"),
            Map.entry("retort current", "daily-loop.sh"),
            Map.entry("retort history", "daily-loop.sh"),
            Map.entry("retort upgrade --sql head-1:head", "daily-loop.sh"),
            Map.entry("retort downgrade -1", "daily-loop.sh"),
            Map.entry("mvn retort:revision -Dmessage=\"Add nicknames\"", "EveryGoalTest of the plugin"),
            Map.entry("mvn compile retort:upgrade", "EveryGoalTest of the plugin"),
            Map.entry("mvn retort:revision -Dmessage=\"Create users\"", "StartPageTest of the plugin"),
            Map.entry("mvn retort:revision -Dmessage=\"What was there\"", "EveryGoalTest of the plugin"),
            Map.entry("mvn compile retort:stamp -Dtarget=head", "EveryGoalTest of the plugin"),
            Map.entry("mvn retort:current retort:history", "EveryGoalTest of the plugin"),
            Map.entry("mvn retort:downgrade -Dtarget=-1", "EveryGoalTest of the plugin"),
            Map.entry(
                    "mvn retort:upgrade -Dsql -Dtarget=head-1:head -Doutput=target/upgrade.sql",
                    "EveryGoalTest of the plugin"),
            Map.entry(
                    "mvn -pl annotations,runtime test -Dtest=FaultTest -Dretort.kills=all",
                    "FaultTest, every boundary instead of some"),
            Map.entry("mvn compile retort:upgrade -Durl=jdbc:sqlite:acme.db", "StartPageTest of the plugin"),
            Map.entry("mvn compile", "StartPageTest of the plugin"),
            Map.entry("mvn retort:check -Dsarif -Doutput=target/retort.sarif", "EveryGoalTest of the plugin"),
            Map.entry("mvn compile retort:current -DcheckHeads", "EveryGoalTest of the plugin"),
            Map.entry("mvn compile retort:verify", "EveryGoalTest of the plugin"),
            Map.entry(
                    "mvn compile retort:upgrade retort:current -Durl=jdbc:sqlite:acme.db",
                    "StartPageTest of the plugin"),
            Map.entry(
                    "alias retort='java -jar /path/to/retort-cli-0.1.0-SNAPSHOT-all.jar'",
                    "daily-loop.sh, as a function"),
            Map.entry("source <(retort generate-completion)", "the tests of the command line"));

    @Test
    void commandsAreTheOnesThatAreTried() throws IOException {
        Set<String> commands = new TreeSet<>();
        for (Page page : Page.all()) {
            for (Block block : page.blocks()) {
                if (block.language().equals("sh") && !page.name().equals("CONTRIBUTING.md")) {
                    block.text()
                            .lines()
                            .map(line -> line.replaceAll(" +# .*", ""))
                            .forEach(commands::add);
                }
            }
        }
        assertThat(commands).containsExactlyInAnyOrderElementsOf(TRIED.keySet());
        String loop = Files.readString(Page.ROOT.resolve("docs/examples/daily-loop.sh"));
        String goals =
                Files.readString(Page.ROOT.resolve("maven-plugin/src/test/java/dev/retort/maven/EveryGoalTest.java"));
        TRIED.forEach((command, test) -> {
            if (test.equals("daily-loop.sh")) {
                assertThat(loop).contains("\n" + command);
            } else if (test.equals("EveryGoalTest of the plugin")) {
                assertThat(Stream.of(command.split(" ")).filter(word -> word.startsWith("retort:")))
                        .isNotEmpty()
                        .allMatch(goal -> goals.contains("\"" + goal + "\""));
            }
        });
    }

    /** The steps for a code host: one of ours, whose words {@code SourceCommandsTest} runs, and one of the host's. */
    @Test
    void theStepsForACodeHostCallWhatIsThere() throws IOException {
        List<Page.Block> blocks = Page.read("docs/commands.md").blocks().stream()
                .filter(block -> block.language().equals("yaml"))
                .toList();
        assertThat(blocks).hasSize(1);
        List<Map<String, Object>> steps = new Yaml().load(blocks.get(0).text());
        assertThat(steps)
                .containsExactly(
                        Map.of("run", "java -jar retort.jar check --sarif > retort.sarif"),
                        Map.of(
                                "uses",
                                "github/codeql-action/upload-sarif@v3",
                                "if",
                                "always()",
                                "with",
                                Map.of("sarif_file", "retort.sarif")));
        assertThat(Files.readString(
                        Page.ROOT.resolve("commands/src/test/java/dev/retort/commands/SourceCommandsTest.java")))
                .contains("\"retort check --sarif\"");
    }

    /** What a code host reads runs nowhere here; the page says so. */
    @Test
    void languagesAreThoseThatATestKnows() throws IOException {
        Map<String, Set<String>> pages = new TreeMap<>();
        for (Page page : Page.all()) {
            page.blocks()
                    .forEach(block -> pages.computeIfAbsent(block.language(), language -> new TreeSet<>())
                            .add(page.name()));
        }
        assertThat(pages).containsOnlyKeys("groovy", "java", "json", "properties", "sh", "sql", "text", "xml", "yaml");
        assertThat(pages.get("groovy")).containsExactly("docs/deployment.md");
        assertThat(pages.get("yaml")).containsExactly("docs/commands.md");
        assertThat(pages.get("json")).containsExactly("docs/spring-boot.md");
        assertThat(pages.get("properties")).containsExactly("docs/commands.md", "docs/spring-boot.md");
        assertThat(pages.get("sql")).containsExactly("docs/operations.md");
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
        return ELSEWHERE.contains(page.name())
                || page.name().startsWith("docs/findings/")
                || page.name().startsWith("docs/decisions/");
    }
}
