package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.dialect.Family;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a database takes it, a generated column is NOT NULL as it says. */
class GeneratedNotNullTest {
    private static Column generated(String name, boolean nullable) {
        return Samples.column(name, Samples.INTEGER, nullable).withGeneratedAs(Optional.of("a + 1"));
    }

    @ParameterizedTest
    @CsvSource({"sqlite, true", "h2, true", "postgresql, true", "mariadb, false"})
    void isNotNullAsItSays(String word, boolean taken) throws Exception {
        Table table = new Table(
                QualifiedName.of("made"),
                List.of(
                        Samples.column("a", Samples.INTEGER, true),
                        generated("filled", false),
                        generated("loose", true)),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        try (LiveDatabase database = LiveDatabase.of(Family.ofWord(word).orElseThrow())) {
            database.apply(Schema.empty(), List.of(new CreateTable(table)));

            List<String> lines = database.catalogue().stream()
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .filter(line -> line.contains("not null"))
                    .toList();
            assertThat(lines.stream().anyMatch(line -> line.contains("filled"))).isEqualTo(taken);
            assertThat(lines).noneMatch(line -> line.contains("loose"));
        }
    }
}
