package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.processor.dialect.Family;
import dev.retort.processor.operation.Operation.AddConstraint;
import dev.retort.processor.operation.Operation.CreateSequence;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.operation.SequenceOperation.AlterSequence;
import dev.retort.processor.operation.SequenceOperation.RenameSequence;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.Exclusion;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of a sequence that was altered or renamed, and rows that keep each other out, on real databases. */
class AlteredSequencesTest {
    private static final QualifiedName NUMBERS = QualifiedName.of("`My Numbers`");

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void numbersGoOnUnderAnotherNameAndInOtherSteps(String word) throws Exception {
        try (LiveDatabase database = LiveDatabase.of(Family.ofWord(word).orElseThrow())) {
            Schema schema = database.apply(Schema.empty(), List.of(new CreateSequence(new Sequence(NUMBERS, 100, 10))));
            assertThat(next(database, "My Numbers")).isEqualTo(100);
            schema = database.apply(schema, List.of(new RenameSequence(NUMBERS, Name.of("`Your Numbers`"))));
            assertThat(next(database, "Your Numbers")).isEqualTo(110);
            QualifiedName renamed = QualifiedName.of("`Your Numbers`");
            schema = database.apply(schema, List.of(AlterSequence.increment(renamed, 5)));
            assertThat(next(database, "Your Numbers")).isBetween(111L, 120L);
            database.apply(schema, List.of(restart(renamed, 7)));
            assertThat(next(database, "Your Numbers")).isEqualTo(7);
            assertThat(next(database, "Your Numbers")).isEqualTo(12);
        }
    }

    /** What a model says of a first value must not give numbers a second time. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void numbersGoOnAfterAnotherStart(String word) throws Exception {
        try (LiveDatabase database = LiveDatabase.of(Family.ofWord(word).orElseThrow())) {
            Sequence numbers = new Sequence(NUMBERS, 100, 10);
            Schema schema = database.apply(Schema.empty(), List.of(new CreateSequence(numbers)));
            assertThat(next(database, "My Numbers")).isEqualTo(100);
            Sequence wanted = new Sequence(NUMBERS, 5000, 10);
            schema = database.apply(schema, List.of(AlterSequence.to(numbers, wanted)));
            assertThat(schema.sequence(NUMBERS)).contains(wanted);
            assertThat(next(database, "My Numbers")).isEqualTo(110);
            schema = database.apply(schema, List.of(AlterSequence.to(wanted, new Sequence(NUMBERS, -5, 10))));
            assertThat(next(database, "My Numbers")).isEqualTo(120);
            database.apply(schema, List.of(restart(NUMBERS, -5)));
            assertThat(next(database, "My Numbers")).isEqualTo(-5);
        }
    }

    @Test
    void theRowThatStandsInForASequence() throws Exception {
        try (LiveDatabase database = LiveDatabase.of(Family.SQLITE)) {
            Schema schema = database.apply(Schema.empty(), List.of(new CreateSequence(new Sequence(NUMBERS, 100, 10))));
            schema = database.apply(schema, List.of(new RenameSequence(NUMBERS, Name.of("ours"))));
            QualifiedName renamed = QualifiedName.of("ours");
            schema = database.apply(schema, List.of(AlterSequence.increment(renamed, 5)));
            assertThat(database.rows("select next_val from ours")).containsExactly("100");
            database.apply(schema, List.of(restart(renamed, 7)));
            assertThat(database.rows("select next_val from ours")).containsExactly("7");
        }
    }

    @Test
    void excludedRows() throws Exception {
        Table stays = new Table(
                QualifiedName.of("stays"),
                List.of(
                        Samples.column("room", Samples.INTEGER, false),
                        Samples.column("during", DataType.nativeType("int4range"), false),
                        Samples.column("cancelled", DataType.of(DataType.Kind.BOOL), false)),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Exclusion exclusion = new Exclusion(
                Optional.of(Name.of("ex_stays")),
                "gist",
                List.of(
                        new Exclusion.Element(IndexPart.of("int4range(room, room + 1)"), "="),
                        new Exclusion.Element(IndexPart.of("during"), "&&")),
                Optional.of("not cancelled"));
        try (LiveDatabase database = LiveDatabase.of(Family.POSTGRESQL)) {
            database.apply(Schema.empty(), List.of(new CreateTable(stays), new AddConstraint(stays.name(), exclusion)));
            database.execute("insert into stays values (1, '[1,5)', false), (1, '[5,9)', false), (2, '[1,5)', false)");
            database.execute("insert into stays values (1, '[2,3)', true)");
            assertThatThrownBy(() -> database.execute("insert into stays values (1, '[4,6)', false)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("ex_stays");
        }
    }

    private static AlterSequence restart(QualifiedName sequence, long value) {
        return new AlterSequence(
                sequence,
                Optional.empty(),
                Optional.of(value),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static long next(LiveDatabase database, String sequence) throws SQLException {
        String query = switch (database.dialect().family()) {
            case POSTGRESQL -> "select nextval('\"" + sequence + "\"')";
            case MARIADB -> "select next value for `" + sequence + "`";
            default -> "select next value for \"" + sequence + "\"";
        };
        return Long.parseLong(database.rows(query).get(0));
    }
}
