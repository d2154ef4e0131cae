package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.StateOnly;
import dev.retort.processor.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The SQL for views, triggers, schemas and enumeration types, and of what they stand in the way of, in one file a dialect;
 * {@code -Dretort.golden.rewrite=true} writes them anew, to be read.
 */
class ObjectsGoldenTest {

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2", "postgresql", "mariadb", "mysql", "sqlserver", "oracle"})
    void everyOperation(String word) throws Exception {
        Schema schema = ObjectSamples.schema(word);
        StringBuilder text = new StringBuilder("-- the schema that all others start from\n");
        List<Operation> creation = SchemaFold.creation(schema);
        text.append(LiveDatabase.lines(SqlRendering.of(DatabaseDialect.parse(word))
                .revision(creation, SchemaFold.schemas(Schema.empty(), creation).subList(0, creation.size()))));
        for (Operation operation : ObjectSamples.OPERATIONS) {
            text.append("\n-- ").append(title(operation)).append('\n').append(sql(word, operation, schema));
        }
        Path golden = Path.of("src/test/resources/dev/retort/processor/sql/objects/" + word + ".sql");
        if (Boolean.getBoolean("retort.golden.rewrite")) {
            Files.writeString(golden, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(golden));
    }

    private static String title(Operation operation) {
        return operation instanceof StateOnly state
                ? "stateOnly(" + state.operation().describe() + ")"
                : operation.describe();
    }

    private static String sql(String word, Operation operation, Schema before) {
        try {
            return LiveDatabase.lines(
                    SqlRendering.of(DatabaseDialect.parse(word)).revision(List.of(operation), List.of(before)));
        } catch (UnsupportedByDialectException unsupported) {
            return "-- " + unsupported.getMessage() + "\n";
        }
    }
}
