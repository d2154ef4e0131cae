package dev.retort.commands.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.commands.Finding;
import dev.retort.commands.Finding.Severity;
import dev.retort.commands.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final Finding RENAMED = new Finding(
            "ColumnDrift",
            Severity.WARNING,
            "a \"quoted\" summary",
            Optional.of(new Finding.Place(Path.of("src", "main", "java", "User.java"), 14, 5)),
            List.of("one\nnote"),
            List.of(
                    "say which are renames: -Aretort.rename=users.a:users.b",
                    "or have it written: -Aretort.revision=\"what it does\"",
                    "have the merge written: -Aretort.merge=\"Merge\""));

    @Test
    void speaksToWhoeverCallsFromATerminal() {
        assertThat(new Reports(Vocabulary.TERMINAL).text(RENAMED)).isEqualTo("""
                src/main/java/User.java:14: warning: [ColumnDrift] a "quoted" summary
                    one
                      note
                    help: say which are renames: --rename users.a:users.b
                    help: or have it written: retort revision --autogenerate -m "what it does"
                    help: have the merge written: retort merge -m "Merge\"""");
    }

    @Test
    void speaksToWhoeverCallsFromMaven() {
        assertThat(new Reports(Vocabulary.MAVEN).text(RENAMED)).isEqualTo("""
                src/main/java/User.java:14: warning: [ColumnDrift] a "quoted" summary
                    one
                      note
                    help: say which are renames: -Drename=users.a:users.b
                    help: or have it written: mvn retort:revision -Dmessage="what it does"
                    help: have the merge written: mvn retort:merge -Dmessage="Merge\"""");
        assertThat(Vocabulary.MAVEN.option("check-heads")).isEqualTo("-DcheckHeads");
    }

    @Test
    void filesAreRelativeToTheRootOfTheSources() {
        assertThat(new Reports(Vocabulary.TERMINAL).sarif(List.of(RENAMED), List.of()))
                .contains("""
                                "artifactLocation": {
                                  "uri": "src/main/java/User.java",
                                  "uriBaseId": "SRCROOT"
                                },
                                "region": {
                                  "startLine": 14,
                                  "startColumn": 5
                                }
                """.stripTrailing());
        assertThat(new Reports(Vocabulary.TERMINAL).json("drift", List.of(RENAMED), List.of(), List.of()))
                .contains("\"file\": \"src/main/java/User.java\"", "\"summary\": \"a \\\"quoted\\\" summary\"");
    }

    @Test
    void aFindingWithoutAPlaceHasNone() {
        Finding nowhere =
                new Finding("MultipleHeads", Severity.ERROR, "two heads", Optional.empty(), List.of(), List.of());
        Reports reports = new Reports(Vocabulary.TERMINAL);
        assertThat(reports.text(nowhere)).isEqualTo("error: [MultipleHeads] two heads");
        assertThat(reports.sarif(List.of(nowhere), List.of())).doesNotContain("locations");
        assertThat(reports.json("drift", List.of(nowhere), List.of(), List.of()))
                .doesNotContain("\"file\"");
    }
}
