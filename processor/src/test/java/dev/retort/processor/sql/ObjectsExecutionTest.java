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
import dev.retort.runtime.LiveCatalogue;
import dev.retort.runtime.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Views, triggers, schemas and enumeration types there and back on a real database with rows. */
class ObjectsExecutionTest {
    private static final Verification CLEAN = new Verification(List.of(), List.of(), List.of());

    private static Verification verify(LiveDatabase database, Schema schema) throws Exception {
        return LiveCatalogue.compare(database.connection(), schema, database.dialect());
    }

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
            assertThat(verify(database, schema)).isEqualTo(CLEAN);
            database.execute("insert into accounts (id, email, state) values (1, 'a@x', 'ACTIVE')");
            database.execute("insert into plain (id) values (7)");
            assertThat(database.rows("select email from active_emails")).containsExactly("a@x");

            Schema after = SchemaFold.after(schema, operation);
            var structure = database.catalogue();
            database.apply(schema, List.of(operation));
            assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(dialect, after));
            assertThat(verify(database, after)).isEqualTo(CLEAN);
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

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2", "postgresql", "mariadb"})
    void whatIsDroppedOrMadeByHandIsTold(String word) throws Exception {
        Schema schema = ObjectSamples.schema(word);
        boolean postgresql = word.equals("postgresql");
        try (LiveDatabase database =
                LiveDatabase.of(LiveDatabase.dialectOf(Family.ofWord(word).orElseThrow()))) {
            database.apply(Schema.empty(), SchemaFold.creation(schema));
            database.execute("drop trigger trg_logged" + (postgresql ? " on accounts" : ""));
            database.execute("drop view active_emails");
            database.execute("create view by_hand as select id from log");
            database.execute(
                    switch (word) {
                        case "h2" ->
                            "create trigger trg_by_hand after insert on log for each row"
                                    + " call 'dev.retort.processor.sql.IdleTrigger'";
                        case "postgresql" ->
                            "create trigger trg_by_hand after insert on log for each row execute function note_it()";
                        case "mariadb" -> "create trigger trg_by_hand after insert on log for each row set @made = 1";
                        default -> "create trigger trg_by_hand after insert on log begin select 1; end";
                    });
            List<String> missing = new ArrayList<>(List.of("trigger trg_logged of accounts", "view active_emails"));
            List<String> different = List.of();
            List<String> unexpected = new ArrayList<>(List.of("trigger trg_by_hand of log", "view by_hand"));
            if (word.equals("h2") || postgresql) {
                database.execute("drop schema billing");
                missing.add(0, "schema billing");
            }
            if (postgresql) {
                database.execute("drop type spare cascade");
                database.execute("alter type Mood add value 'good' before 'GOOD'");
                database.execute("create type by_hand_too as enum ('x')");
                missing.add(2, "type spare ('A')");
                different = List.of("type mood is ('BAD', 'good', 'GOOD'), not ('BAD', 'GOOD')");
                unexpected.add(1, "type by_hand_too");
            }
            Verification found = verify(database, schema);
            assertThat(found.missing().stream().map(ObjectsExecutionTest::lower))
                    .containsExactlyElementsOf(missing);
            assertThat(found.different()).isEqualTo(different);
            assertThat(found.unexpected().stream().map(ObjectsExecutionTest::lower))
                    .containsExactlyElementsOf(unexpected);
        }
    }

    /** H2 folds to upper case. */
    private static String lower(String item) {
        return item.startsWith("type ") ? item : item.toLowerCase(Locale.ROOT);
    }

    /** Neither what an extension brings nor a sequence of a column's own was made by a revision or by hand. */
    @Test
    void whatExtensionsBringIsNotTold() throws Exception {
        try (LiveDatabase database = LiveDatabase.of(Family.POSTGRESQL)) {
            database.execute("create extension pg_buffercache");
            assertThat(database.rows("select viewname from pg_views where schemaname = 'public'"))
                    .contains("pg_buffercache");
            assertThat(verify(database, Schema.empty())).isEqualTo(CLEAN);
        }
    }

    /** There a schema is a database, and goes with what is in it. */
    @Test
    void schemaOfMariadb() throws Exception {
        Name name = Name.of("retort_extra");
        try (LiveDatabase database = LiveDatabase.of(Family.MARIADB)) {
            Schema schema = database.apply(Schema.empty(), List.of(new SchemaOperation.CreateSchema(name)));
            assertThat(verify(database, schema)).isEqualTo(CLEAN);
            database.execute("create table retort_extra.t (id int)");
            assertThat(verify(database, schema).unexpected()).containsExactly("table retort_extra.t");
            database.apply(schema, List.of(new SchemaOperation.DropSchema(name)));
            assertThat(verify(database, schema).missing()).containsExactly("schema retort_extra");
            assertThat(database.rows("show databases like 'retort_extra'")).isEmpty();
        }
    }
}
