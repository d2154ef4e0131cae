package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an enumeration may stand for is no more than that. */
class EnumerationTest {

    @Test
    void standsForNoOtherStrings() {
        String table = """
                op.createTable("A", table -> {
                    table.column("id", bigint());
                    table.column("word", enumeration("RED", "GREEN"));
                    table.primaryKey("id");
                });
                """;
        String column = "enum Color { RED, GREEN } @Entity class A { @Id Long id; @Enumerated(EnumType.STRING)"
                + " @Column(length = %s) Color word; }";

        assertThat(Javac.messages(onSqlite(column.formatted(5), table))).isEmpty();
        assertThat(Javac.messages(onSqlite(column.formatted(4), table))).contains("[TypeDrift]");
        assertThat(Javac.messages(onSqlite("@Entity class A { @Id Long id; String word; }", table)))
                .contains("[TypeDrift]");
        assertThat(Javac.messages(onSqlite(column.formatted(5).replace("RED,", "RED, BLUE,"), table)))
                .contains("[TypeDrift]");
    }

    private static Compilation onSqlite(String entities, String statements) {
        return Javac.compile(List.of(
                JavaFileObjects.forSourceString("app.Model", ProofModel.HEAD + entities),
                Javac.source(RetortProcessorTest.migration("First", "revision = \"a1\"", statements + "\n"))));
    }
}
