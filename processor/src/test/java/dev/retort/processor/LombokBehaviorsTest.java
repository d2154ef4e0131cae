package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.entity.Corpus;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that Hibernate must run, written in words that only Lombok makes Java of. */
class LombokBehaviorsTest {
    private static final String ENTITY = """
            package app;
            import jakarta.persistence.*;
            @Entity class Rated { @Id Long id; @Convert(converter = Levels.class) Level level; enum Level { LOW, HIGH } }
            """;
    private static final String CONVERTER = """
            package app;
            import jakarta.persistence.*;
            import lombok.val;
            class Levels implements AttributeConverter<Rated.Level, String> {
              public String convertToDatabaseColumn(Rated.Level level) {
                val letters = new StringBuilder(level.name()); // val of = what val is
                for (val letter : new char[] {'!'}) letters.append(letter);
                return letters.toString();
              }
              public Rated.Level convertToEntityAttribute(String text) { return null; }
            }
            """;

    private static String migration(String check) {
        return """
            package app;
            import static dev.retort.op.SqlTypes.*;
            import dev.retort.*;
            import dev.retort.op.*;
            @Migration(revision = "a1")
            final class Create implements SchemaMigration {
                public void upgrade(Operations op) {
                    op.createTable("Rated", table -> {
                        table.column("id", bigint());
                        table.column("level", varchar(255));
                        table.primaryKey("id");
                        table.check("%s").named("ck_Rated_level");
                    });
                }
            }
            """.formatted(check);
    }

    private static String messages(List<Processor> processors, String converter, String check) {
        return Javac.messages(Javac.compile(
                processors,
                List.of(),
                Stream.of(ENTITY, converter, migration(check))
                        .map(Javac::source)
                        .toList(),
                List.of()));
    }

    private static List<Processor> withLombok(boolean first) {
        return first
                ? List.of(Corpus.lombok(), new RetortProcessor())
                : List.of(new RetortProcessor(), Corpus.lombok());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void valIsRunAsLombokHasIt(boolean lombokFirst) {
        assertThat(messages(withLombok(lombokFirst), CONVERTER, "level in ('HIGH!','LOW!')"))
                .isEmpty();
        assertThat(messages(withLombok(lombokFirst), CONVERTER, "level in ('HIGH','LOW')"))
                .contains("[CheckDrift] check ck_Rated_level (level in ('HIGH','LOW')) of table Rated is ck_Rated_1"
                        + " (level in ('HIGH!','LOW!')) in the model");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void codeThatIsNotThereIsNamedWithItsOwnReason(boolean lombokFirst) {
        String converter = CONVERTER.replace("letters.append(letter)", "letters.append(Absent.of(letter))");

        assertThat(messages(withLombok(lombokFirst), converter, "level in ('HIGH!','LOW!')"))
                .contains("""
                        Levels.java:4: error: [UnavailableClass] Hibernate must run app.Levels while the code is compiled, and has no compiled class of it
                            compiling it by itself failed: cannot find symbol
                            help: move the class to a module that is compiled before this one, and put that on the class path or on the processor path
                        """);
    }

    /** Lombok's is no type: that is javac's to say, and all there is to say. */
    @Test
    void withoutLombokValIsJavacsToRefuse() {
        assertThat(messages(List.of(new RetortProcessor()), CONVERTER, "level in ('HIGH!','LOW!')"))
                .contains(
                        "Levels.java:6: error: incompatible types: java.lang.StringBuilder cannot be converted to lombok.val")
                .doesNotContain("[");
    }
}
