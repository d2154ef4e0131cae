package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A written migration changes a named enumeration type in an order that applies, and no drift is left. */
class WrittenEnumsTest {
    @TempDir
    Path directory;

    private static ProofModel users(String... labels) {
        return new ProofModel("moods", List.of("""
                        package app;
                        import jakarta.persistence.*;
                        import org.hibernate.annotations.*;
                        import org.hibernate.type.SqlTypes;
                        @Entity @Table(name = "users") class User {
                            enum Mood { %s }
                            @Id Long id;
                            @JdbcTypeCode(SqlTypes.NAMED_ENUM) @ColumnDefault("'GOOD'") Mood mood;
                        }
                        """.formatted(String.join(", ", labels))), Map.of(), Map.of());
    }

    private String compile(ProofModel model, String... options) throws Exception {
        String[] all = Stream.concat(Stream.of(options), Stream.of("-Aretort.sourceDirectory=" + directory))
                .toArray(String[]::new);
        return Javac.messages(
                Javac.compile(new WrittenMigrations(directory, List.of("postgresql")).sources(model), all));
    }

    private void choose(String value) throws IOException {
        new WrittenMigrations(directory, List.of("postgresql")).choose(value);
    }

    private String written(String name) throws Exception {
        return Files.readString(directory.resolve("app/" + name + ".java"));
    }

    @Test
    void aNewConstantIsOneValueMore() throws Exception {
        compile(users("BAD", "GOOD"), "-Aretort.revision=Begin");
        assertThat(written("Begin")).contains("op.createEnum(\"Mood\", \"BAD\", \"GOOD\");");

        compile(users("BAD", "GOOD", "FINE"), "-Aretort.revision=Fine");
        assertThat(written("Fine"))
                .contains("op.addEnumValue(\"Mood\", \"FINE\").before(\"GOOD\");")
                .containsSubsequence(
                        "void downgrade",
                        "op.dropEnum(\"Mood\");",
                        "op.createEnum(\"Mood\", \"BAD\", \"GOOD\");",
                        "narrowedUsersMood");
        choose("'GOOD'");
        assertThat(compile(users("BAD", "GOOD", "FINE"))).doesNotContain("error:", "Drift");
    }

    @Test
    void aConstantThatIsGoneMakesTheTypeAnewWhileItsColumnsAreText() throws Exception {
        compile(users("BAD", "GOOD", "OLD"), "-Aretort.revision=Begin");
        compile(users("BAD", "GOOD"), "-Aretort.revision=Less");

        assertThat(written("Less"))
                .containsSubsequence(
                        "void upgrade",
                        "op.alterColumn(\"users\", \"mood\").type(varchar(255));",
                        "op.dropEnum(\"Mood\");",
                        "op.createEnum(\"Mood\", \"BAD\", \"GOOD\");",
                        "narrowedUsersMood",
                        "op.alterColumn(\"users\", \"mood\").type(nativeType(\"Mood\"));",
                        "void downgrade");
        choose("'GOOD'");
        assertThat(compile(users("BAD", "GOOD"))).doesNotContain("error:", "Drift");
    }
}
