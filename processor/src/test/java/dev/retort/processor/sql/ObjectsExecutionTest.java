package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.operation.EnumOperation;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.SchemaOperation;
import dev.retort.processor.operation.SqlOnly;
import dev.retort.processor.operation.StateOnly;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Views, triggers, schemas and enumeration types there and back on a real database with rows. */
class ObjectsExecutionTest {

    static Stream<Arguments> operations() {
        return Stream.of("sqlite", "h2", "postgresql", "mariadb")
                .flatMap(word -> ObjectSamples.OPERATIONS.stream()
                        .filter(operation -> isRun(word, operation))
                        .map(operation -> Arguments.of(word, operation.describe(), operation)));
    }

    /** A schema is a database on MariaDB, which all tests would share. */
    private static boolean isRun(String word, Operation operation) {
        return !(operation instanceof StateOnly)
                && (word.equals("postgresql") || !(operation instanceof EnumOperation))
                && !(word.equals("mariadb") && operation instanceof SchemaOperation);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operations")
    void thereAndBack(String word, String name, Operation operation) throws Exception {
        DatabaseDialect dialect = LiveDatabase.dialectOf(Family.ofWord(word).orElseThrow());
        Schema schema = ObjectSamples.schema(word);
        try (LiveDatabase database = new LiveDatabase(dialect)) {
            database.apply(Schema.empty(), SchemaFold.creation(schema));
            database.execute("insert into accounts (id, email, state) values (1, 'a@x', 'ACTIVE')");
            database.execute("insert into plain (id) values (7)");
            assertThat(database.rows("select email from active_emails")).containsExactly("a@x");

            Schema after = SchemaFold.after(schema, operation);
            var structure = database.catalogue();
            database.apply(schema, List.of(operation));
            assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(dialect, after));
            boolean nothingToDo =
                    SqlRendering.of(dialect).render(operation, schema).isEmpty();
            assertThat(database.catalogue().equals(structure)).isEqualTo(nothingToDo);
            assertThat(database.rows("select email from accounts")).containsExactly("a@x");

            Optional<List<Operation>> reverse = operation.reverse(schema);
            assertThat(reverse.isEmpty()).isEqualTo(operation instanceof SqlOnly);
            if (reverse.isPresent()) {
                database.apply(after, reverse.get());
                assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(dialect, schema));
                assertThat(database.rows("select email from active_emails")).containsExactly("a@x");
            }
        }
    }

    /** There a schema is a database, and goes with what is in it. */
    @Test
    void schemaOfMariadb() throws Exception {
        Name name = Name.of("retort_extra");
        try (LiveDatabase database = LiveDatabase.of(Family.MARIADB)) {
            Schema schema = database.apply(Schema.empty(), List.of(new SchemaOperation.CreateSchema(name)));
            database.execute("create table retort_extra.t (id int)");
            database.apply(schema, List.of(new SchemaOperation.DropSchema(name)));
            assertThat(database.rows("show databases like 'retort_extra'")).isEmpty();
        }
    }
}
