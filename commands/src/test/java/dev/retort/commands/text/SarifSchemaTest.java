package dev.retort.commands.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.retort.commands.Finding;
import dev.retort.commands.Finding.Severity;
import dev.retort.commands.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code check --sarif} prints is SARIF 2.1.0 by the schema that its committee has published. */
class SarifSchemaTest {
    private static Schema schema;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream text = SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text);
        }
    }

    private static List<String> errors(String sarif) {
        return schema.validate(sarif, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static String sarif(List<Finding> findings, List<String> failures) {
        return new Reports(Vocabulary.TERMINAL).sarif(findings, failures);
    }

    @Test
    void whateverTheAnswer() {
        Finding placed = new Finding(
                "ColumnDrift",
                Severity.WARNING,
                "a \"quoted\" summary",
                Optional.of(new Finding.Place(Path.of("src", "main", "java", "Ü ser.java"), 14, 5)),
                List.of("one\nnote"),
                List.of("add to a new migration"));
        Finding placeless =
                new Finding("InvalidEnvironment", Severity.ERROR, "no dialect", Optional.empty(), List.of(), List.of());
        assertThat(errors(sarif(List.of(), List.of()))).isEmpty();
        assertThat(errors(sarif(List.of(placed, placeless), List.of()))).isEmpty();
        assertThat(sarif(List.of(placed), List.of())).contains("\"uri\": \"src/main/java/%C3%9C%20ser.java\"");
        assertThat(errors(sarif(List.of(placed), List.of("the code does not compile"))))
                .isEmpty();

        // It would be seen.
        String whole = sarif(List.of(placed), List.of());
        assertThat(errors(whole.replace("\"warning\"", "\"loud\""))).isNotEmpty();
        assertThat(errors(whole.replace("\"startLine\": 14", "\"startLine\": 0")))
                .isNotEmpty();
        assertThat(errors(whole.replace("\"driver\"", "\"drivers\""))).isNotEmpty();
    }

    /** Those that other tests expect, of real compilations. */
    @Test
    void inTheGoldens() throws IOException {
        int documents = 0;
        for (String golden : List.of("drift", "refusals")) {
            String text = Files.readString(Path.of("src/test/resources/golden/check/" + golden + ".txt"));
            Matcher answers = Pattern.compile("(?ms)^\\$ retort check --sarif\\n(\\{\\n.*?^\\})\\n")
                    .matcher(text);
            while (answers.find()) {
                documents++;
                // Folders are masked there.
                assertThat(errors(answers.group(1).replace("…", "folder"))).isEmpty();
            }
        }
        assertThat(documents).isEqualTo(2);
    }
}
