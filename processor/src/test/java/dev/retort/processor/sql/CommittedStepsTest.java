package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.operation.EnumOperation;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.StateOnly;
import dev.retort.processor.schema.Schema;
import dev.retort.runtime.LiveCatalogue;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where a statement commits by itself, the next boot can tell whether it took effect: it changes the fingerprint of what
 * it says it changes, or it can be run twice.
 */
class CommittedStepsTest {

    static Stream<Arguments> operations() {
        return Stream.of("h2", "mariadb")
                .flatMap(word -> Stream.concat(
                        Samples.OPERATIONS.stream()
                                .filter(operation -> Samples.isSupported(word, operation))
                                .map(operation -> Arguments.of(word, operation.describe(), Samples.SCHEMA, operation)),
                        ObjectSamples.OPERATIONS.stream()
                                .filter(operation ->
                                        !(operation instanceof StateOnly || operation instanceof EnumOperation))
                                // On MariaDB, the schema that one of them drops is not in the sample.
                                .filter(operation -> !(word.equals("mariadb")
                                        && operation.describe().contains("billing")))
                                .map(operation -> Arguments.of(
                                        word, operation.describe(), ObjectSamples.schema(word), operation))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operations")
    void isRecognisedOrCanBeRepeated(String word, String name, Schema schema, Operation operation) throws Exception {
        DatabaseDialect dialect = LiveDatabase.dialectOf(Family.ofWord(word).orElseThrow());
        try (LiveDatabase database = new LiveDatabase(dialect)) {
            try {
                database.apply(Schema.empty(), SchemaFold.creation(schema));
                for (SqlStep step : SqlRendering.of(dialect).render(operation, schema)) {
                    if (step instanceof SqlStep.Alone alone) {
                        assertCanBeResumed(database, alone);
                    } else if (step instanceof SqlStep.Statement statement) {
                        database.execute(statement.sql());
                    }
                }
            } finally {
                database.execute("drop schema if exists audit");
            }
        }
    }

    private static void assertCanBeResumed(LiveDatabase database, SqlStep.Alone alone) throws SQLException {
        String before = LiveCatalogue.fingerprint(database.connection(), alone.tables());
        database.execute(alone.sql());
        if (LiveCatalogue.fingerprint(database.connection(), alone.tables()).equals(before)) {
            List<String> once = List.copyOf(database.catalogue());
            database.execute(alone.sql());
            assertThat(database.catalogue()).containsExactlyElementsOf(once);
        }
    }
}
