package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.RowOperation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import dev.retort.runtime.LiveCatalogue;
import dev.retort.runtime.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation there and back on a real database with rows. */
class SqlExecutionTest {
    private static final Set<Class<?>> ROWS_ONLY = Set.of(
            Operation.Execute.class,
            Operation.ExecuteByDialect.class,
            Operation.Run.class,
            RowOperation.BulkInsert.class,
            RowOperation.BulkDelete.class);

    static Stream<Arguments> operations() {
        return Stream.of("sqlite", "h2", "postgresql", "mariadb")
                .flatMap(word -> Samples.OPERATIONS.stream()
                        .filter(operation -> Samples.isSupported(word, operation))
                        .map(operation -> Arguments.of(word, operation.describe(), operation)));
    }

    private static void assertIsAsTheRuntimeExpects(LiveDatabase database, Schema schema) throws Exception {
        assertThat(LiveCatalogue.compare(database.connection(), schema, database.dialect()))
                .isEqualTo(new Verification(List.of(), List.of(), List.of()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operations")
    void thereAndBack(String word, String name, Operation operation) throws Exception {
        DatabaseDialect dialect = LiveDatabase.dialectOf(Family.ofWord(word).orElseThrow());
        try (LiveDatabase database = new LiveDatabase(dialect)) {
            database.apply(Schema.empty(), SchemaFold.creation(Samples.SCHEMA));
            assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(dialect, Samples.SCHEMA));
            assertIsAsTheRuntimeExpects(database, Samples.SCHEMA);
            for (String row : Samples.ROWS) {
                database.execute(row.replace('`', dialect.hibernate().openQuote()));
            }

            Schema after = SchemaFold.after(Samples.SCHEMA, operation);
            var kept = values(database, dialect, Samples.SCHEMA, after);
            var structure = database.catalogue();
            database.apply(Samples.SCHEMA, List.of(operation));
            assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(dialect, after));
            assertIsAsTheRuntimeExpects(database, after);
            if (ROWS_ONLY.contains(operation.getClass())) {
                return;
            }
            // A sequence that begins again is another in nothing that the catalogue holds.
            boolean nothingToDo = SchemaFold.after(Samples.SCHEMA, operation).equals(Samples.SCHEMA)
                    || SqlRendering.of(dialect)
                            .render(operation, Samples.SCHEMA)
                            .isEmpty();
            assertThat(database.catalogue().equals(structure)).isEqualTo(nothingToDo);
            assertThat(values(database, dialect, after, Samples.SCHEMA)).isEqualTo(kept);

            Optional<List<Operation>> reverse = operation.reverse(Samples.SCHEMA);
            if (reverse.isPresent()) {
                database.apply(after, reverse.get());
                assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(dialect, Samples.SCHEMA));
            }
        }
    }

    /** The rows of the tables and columns that are in both schemas. */
    private static TreeMap<String, List<String>> values(
            LiveDatabase database, DatabaseDialect dialect, Schema schema, Schema other) throws Exception {
        TreeMap<String, List<String>> values = new TreeMap<>();
        for (Table table : schema.tables()) {
            Optional<Table> same = other.table(table.name());
            if (same.isPresent()) {
                List<String> columns = new ArrayList<>();
                for (Column column : table.columns()) {
                    same.get()
                            .column(column.name())
                            .filter(c -> c.type().equals(column.type())
                                    && c.generatedAs().equals(column.generatedAs()))
                            .ifPresent(c -> columns.add(dialect.quote(column.name())));
                }
                columns.sort(String.CASE_INSENSITIVE_ORDER);
                values.put(
                        table.name().key(),
                        database.rows("select " + String.join(", ", columns) + " from " + dialect.quote(table.name())
                                + " order by 1"));
            }
        }
        return values;
    }
}
