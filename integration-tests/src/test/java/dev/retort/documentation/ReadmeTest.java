package dev.retort.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.documentation.Page.Block;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What the README says beside its Java: messages that the compiler gives, and a pom with the versions that are tested. */
class ReadmeTest {

    @Test
    void itsMessagesAreTheCompilers() throws Exception {
        List<String> messages = texts("text");
        assertThat(messages).hasSize(2);
        for (String message : messages) {
            assertThat(FindingPagesTest.isSaidByTheCompiler(
                            message.replaceFirst("^error:", "package-info.java:4: error:")))
                    .as(message)
                    .isTrue();
        }
    }

    @Test
    void itsPomHasTheVersionsOfThisBuild() throws Exception {
        List<String> poms = texts("xml");
        assertThat(poms).hasSize(1);
        Document shown = xml("<project>" + poms.get(0) + "</project>");
        Document built =
                xml(Files.readString(Page.ROOT.resolve("pom.xml")).replaceFirst("<project[^>]*>", "<project>"));

        assertThat(property(shown, "hibernate.version")).isEqualTo(property(built, "hibernate.version"));
        assertThat(property(shown, "maven.compiler.release")).isEqualTo("17");
        Map<String, String> versions = versions(shown);
        assertThat(versions)
                .containsEntry("sqlite-jdbc", property(built, "sqlite-jdbc.version"))
                .containsEntry("maven-compiler-plugin", property(built, "compiler-plugin.version"))
                .containsEntry("retort-processor", "${retort.version}")
                .containsEntry("hibernate-platform", "${hibernate.version}");
    }

    private static List<String> texts(String language) throws Exception {
        List<String> texts = new ArrayList<>();
        for (Block block : Page.read("README.md").blocks()) {
            if (block.language().equals(language)) {
                texts.add(block.text());
            }
        }
        return texts;
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static String property(Document pom, String name) {
        return pom.getElementsByTagName(name).item(0).getTextContent();
    }

    /** By artifact. */
    private static Map<String, String> versions(Document pom) {
        Map<String, String> versions = new TreeMap<>();
        NodeList all = pom.getElementsByTagName("version");
        for (int i = 0; i < all.getLength(); i++) {
            Element parent = (Element) all.item(i).getParentNode();
            versions.put(
                    parent.getElementsByTagName("artifactId").item(0).getTextContent(),
                    all.item(i).getTextContent());
        }
        return versions;
    }
}
