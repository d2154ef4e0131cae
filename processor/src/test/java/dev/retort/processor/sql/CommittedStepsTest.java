package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.operation.EnumOperation;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.operation.Operation.DropTable;
import dev.retort.processor.operation.Operation.Execute;
import dev.retort.processor.operation.Operation.OnDialect;
import dev.retort.processor.operation.SchemaOperation.CreateSchema;
import dev.retort.processor.operation.SqlOnly;
import dev.retort.processor.operation.StateOnly;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.WrittenSql;
import dev.retort.runtime.LiveCatalogue;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** SQL of the user's names its schemas itself, or its effects do. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("inAnotherSchema")
    void isRecognisedInAnotherSchema(String word, String sql, Operation operation, List<String> tables)
            throws Exception {
        DatabaseDialect dialect = LiveDatabase.dialectOf(Family.ofWord(word).orElseThrow());
        assertThat(SqlRendering.of(dialect).render(operation, Schema.empty()))
                .containsExactly(new SqlStep.Alone(sql, tables, Optional.empty()));
        try (LiveDatabase database = new LiveDatabase(dialect)) {
            database.execute("create schema audit");
            try {
                String before = LiveCatalogue.fingerprint(database.connection(), tables);
                database.execute(sql);
                assertThat(LiveCatalogue.fingerprint(database.connection(), tables))
                        .isNotEqualTo(before);
            } finally {
                database.execute("drop table if exists audit.t");
                database.execute("drop schema audit");
                database.execute("drop schema if exists made");
            }
        }
    }

    static Stream<Arguments> inAnotherSchema() {
        return Stream.of("h2", "mariadb").flatMap(word -> {
            boolean h2 = word.equals("h2");
            String create = "create table audit.t (id bigint)";
            String audit = h2 ? "AUDIT." : "audit.";
            Operation effect = new CreateTable(new Table(
                    QualifiedName.of("audit.t"),
                    List.of(Samples.column("id", Samples.BIGINT, true)),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()));
            return Stream.of(
                    Arguments.of(word, create, new Execute(create), List.of("*", audit)),
                    Arguments.of(
                            word,
                            "create schema made",
                            new Execute("create schema made"),
                            List.of("*", h2 ? "MADE." : "made.")),
                    Arguments.of(
                            word, create, new SqlOnly(WrittenSql.of(create), List.of(effect)), List.of("*", audit)));
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"h2", "mariadb"})
    void anEffectNamesASchemaThatTheStatementDoesNot(String word) throws Exception {
        DatabaseDialect dialect = LiveDatabase.dialectOf(Family.ofWord(word).orElseThrow());
        Operation operation = new OnDialect(
                List.of(word),
                new SqlOnly(
                        WrittenSql.of("call make_what_accounting_needs()"),
                        List.of(
                                new DropTable(QualifiedName.of("audit.t")),
                                new CreateSchema(Name.of("made")),
                                new DropTable(QualifiedName.of("users")))));
        List<String> tables = word.equals("h2") ? List.of("*", "AUDIT.", "MADE.") : List.of("*", "audit.", "made.");
        assertThat(SqlRendering.of(dialect).render(operation, Schema.empty()))
                .containsExactly(new SqlStep.Alone("call make_what_accounting_needs()", tables, Optional.empty()));
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
