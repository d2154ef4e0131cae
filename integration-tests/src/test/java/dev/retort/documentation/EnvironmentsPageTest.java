package dev.retort.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.MigrationEnvironment;
import dev.retort.documentation.Page.Block;
import dev.retort.documentation.Page.Table;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** {@code docs/environments.md} is whole: no attribute and no option is left out, and none is made up. */
class EnvironmentsPageTest {
    private static final Pattern WORD = Pattern.compile("`(\\w+)`");
    private static final Pattern OPTION = Pattern.compile("-A(retort[.\\w]+)");

    @Test
    void everyAttributeIsThereAndNoOther() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (List<String> row : table("What an environment says").rows()) {
            WORD.matcher(row.get(0)).results().forEach(word -> shown.add(word.group(1)));
        }
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(MigrationEnvironment.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
    }

    /** These are what {@code getSupportedOptions} says, which a test of the processor holds. */
    @Test
    void everyOptionIsThereAndNoOther() throws IOException {
        assertThat(options("docs/environments.md")).isEqualTo(options("README.md"));
        assertThat(options("README.md"))
                .containsExactlyInAnyOrder(
                        "retort.dialects",
                        "retort.registry",
                        "retort.entities",
                        "retort.drift",
                        "retort.surplus",
                        "retort.scripts",
                        "retort.revision",
                        "retort.revision.empty",
                        "retort.merge",
                        "retort.rename",
                        "retort.sourceDirectory");
    }

    @Test
    void itsMessageIsTheCompilers() throws IOException {
        List<Block> messages = Page.read("docs/environments.md").blocks().stream()
                .filter(block -> block.language().equals("text"))
                .toList();
        assertThat(messages).hasSize(1);
        assertThat(FindingPagesTest.isSaidByTheCompiler(messages.get(0).text())).isTrue();
    }

    @Test
    void itsPomCanBeRead() throws Exception {
        for (Block block : Page.read("docs/environments.md").blocks()) {
            if (block.language().equals("xml")) {
                assertThat(DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(new InputSource(new StringReader(block.text())))
                                .getElementsByTagName("arg")
                                .getLength())
                        .isEqualTo(2);
            }
        }
    }

    private static Table table(String section) throws IOException {
        return Page.read("docs/environments.md").items().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> table.section().equals(section))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> options(String page) throws IOException {
        Set<String> options = new TreeSet<>();
        OPTION.matcher(Files.readString(Page.ROOT.resolve(page)))
                .results()
                .forEach(option -> options.add(option.group(1)));
        return options;
    }
}
