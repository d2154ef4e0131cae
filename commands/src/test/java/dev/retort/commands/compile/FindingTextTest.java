package dev.retort.commands.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.commands.Finding;
import dev.retort.commands.Finding.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages as the processor's {@code Finding.message} lays them out. */
class FindingTextTest {

    private static Optional<Finding> parse(String message) {
        return FindingText.parse(message, Severity.ERROR, Optional.empty());
    }

    @Test
    void readsNotesAndWaysOut() {
        assertThat(parse("""
                [ColumnDrift] table users has no column nickname, mapped by User.nickname
                  schema at head 9c41 (CreateUsers), dialect sqlite
                  two lines of
                    one note
                  help: add to a new migration that revises 9c41
                        op.addColumn("users", "nickname", table -> {
                            indented();
                        });
                  help: or leave it"""))
                .contains(new Finding(
                        "ColumnDrift",
                        Severity.ERROR,
                        "table users has no column nickname, mapped by User.nickname",
                        Optional.empty(),
                        List.of("schema at head 9c41 (CreateUsers), dialect sqlite", "two lines of\none note"),
                        List.of(
                                "add to a new migration that revises 9c41\n"
                                        + "op.addColumn(\"users\", \"nickname\", table -> {\n    indented();\n});",
                                "or leave it")));
    }

    @Test
    void readsThemAsJavacIndentsThem() {
        assertThat(parse("[ColumnDrift] no\n    a note\n    help: do\n          code();\n            more();"))
                .contains(new Finding(
                        "ColumnDrift",
                        Severity.ERROR,
                        "no",
                        Optional.empty(),
                        List.of("a note"),
                        List.of("do\ncode();\n  more();")));
    }

    @Test
    void readsASummaryAlone() {
        assertThat(parse("[MultipleHeads] two heads"))
                .contains(new Finding(
                        "MultipleHeads", Severity.ERROR, "two heads", Optional.empty(), List.of(), List.of()));
    }

    @Test
    void takesNothingElseForAFinding() {
        assertThat(parse("cannot find symbol")).isEmpty();
        assertThat(parse("[unchecked] unchecked cast")).isEmpty();
        assertThat(parse("")).isEmpty();
        assertThat(parse("Retort: the registry cannot be written: disk full")).isEmpty();
    }

    @Test
    void knowsTheOtherMessagesOfTheProcessor() {
        assertThat(FindingText.failure("Retort: the registry cannot be written: disk full"))
                .contains("the registry cannot be written: disk full");
        assertThat(FindingText.failure("cannot find symbol")).isEmpty();
        assertThat(FindingText.written("wrote revision 9c41d07be2aa (Add (more) names) to /src/a b/AddNames.java"))
                .contains(new Written("9c41d07be2aa", "Add (more) names", "/src/a b/AddNames.java"));
        assertThat(FindingText.written("no revision is written: …")).isEmpty();
        assertThat(
                        FindingText.stopsAfterWriting(
                                "Retort: the revision 9c41 is written, but no part of this compilation: read it and compile again"))
                .isTrue();
        assertThat(FindingText.stopsAfterWriting("Retort: no migration can be written into /src: disk full"))
                .isFalse();
    }
}
