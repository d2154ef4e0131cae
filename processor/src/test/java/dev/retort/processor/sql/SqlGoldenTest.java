package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL of every operation, in one file a dialect; {@code -Dretort.golden.rewrite=true} writes them anew, to be read. */
class SqlGoldenTest {

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2", "postgresql", "mariadb", "mysql", "sqlserver", "oracle"})
    void everyOperation(String word) throws Exception {
        StringBuilder text = new StringBuilder("-- the schema that all others start from\n");
        List<Operation> creation = SchemaFold.creation(Samples.SCHEMA);
        text.append(sql(word, creation, Schema.empty()));
        for (Operation operation : Samples.OPERATIONS) {
            text.append("\n-- ").append(operation.describe()).append('\n');
            if (Samples.isSupported(word, operation)) {
                text.append(sql(word, List.of(operation), Samples.SCHEMA));
            } else {
                assertThatThrownBy(() -> sql(word, List.of(operation), Samples.SCHEMA))
                        .isInstanceOfSatisfying(
                                UnsupportedByDialectException.class,
                                e -> text.append("-- ").append(e.getMessage()).append('\n'));
            }
        }
        Path golden = Path.of("src/test/resources/dev/retort/processor/sql/" + word + ".sql");
        if (Boolean.getBoolean("retort.golden.rewrite")) {
            Files.writeString(golden, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(golden));
    }

    private static String sql(String word, List<Operation> operations, Schema before) {
        List<Schema> befores = new ArrayList<>(SchemaFold.schemas(before, operations));
        befores.remove(operations.size());
        return LiveDatabase.lines(SqlRendering.of(DatabaseDialect.parse(word)).revision(operations, befores));
    }
}
