package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.dialect.Family;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AddColumn;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.operation.Operation.TextChange;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rows hold after a column was altered, on real databases. */
class AlteredColumnsTest {
    private static final QualifiedName T = QualifiedName.of("`My Things`");
    private static final Column ID = Samples.column("`Id`", Samples.BIGINT, false);
    private static final Column CODE = Samples.column("code", DataType.of(Kind.VARCHAR, 20), true);
    private static final Table TABLE = new Table(
            T,
            List.of(ID, CODE),
            Optional.of(Samples.primaryKey("pk", "`Id`")),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2", "postgresql", "mariadb"})
    void numbersGoOnBehindTheHighest(String word) throws Exception {
        assertThat(numbered(word, "0", "-7", "41")).containsExactly("-7", "0", "41", "42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2", "postgresql", "mariadb"})
    void numbersOfAnEmptyTableBeginWithOne(String word) throws Exception {
        assertThat(numbered(word)).containsExactly("1");
    }

    private static List<String> numbered(String word, String... ids) throws Exception {
        try (LiveDatabase database = LiveDatabase.of(Family.ofWord(word).orElseThrow())) {
            Schema schema = database.apply(Schema.empty(), List.of(new CreateTable(TABLE)));
            String name = database.dialect().quote(T);
            String id = database.dialect().quote(ID.name());
            for (String number : ids) {
                database.execute("insert into " + name + " (" + id + ", code) values (" + number + ", 'a')");
            }
            schema = database.apply(schema, List.of(AlterColumn.identity(T, ID, true)));
            database.execute("insert into " + name + " (code) values ('new')");
            List<String> numbers = database.rows("select " + id + " from " + name + " order by 1");
            database.apply(schema, List.of(AlterColumn.identity(T, ID.withIdentity(true), false)));
            database.execute("insert into " + name + " (" + id + ", code) values (1000, 'own')");
            assertThat(database.rows("select max(" + id + ") from " + name)).containsExactly("1000");
            return numbers;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2", "postgresql", "mariadb"})
    void valuesAreConverted(String word) throws Exception {
        try (LiveDatabase database = filled(word)) {
            Operation convert = new AlterColumn(
                    T,
                    CODE.name(),
                    Optional.of(Samples.INTEGER),
                    Optional.of(false),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("coalesce(length(code), 0)"),
                    Optional.empty(),
                    Optional.empty());
            database.apply(Schema.of(List.of(TABLE), List.of()), List.of(convert));
            assertThat(database.rows("select code from " + database.dialect().quote(T) + " order by 1"))
                    .containsExactly("0", "3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2", "postgresql", "mariadb"})
    void computedValuesStayWhenTheyAreComputedNoMore(String word) throws Exception {
        try (LiveDatabase database = filled(word)) {
            String name = database.dialect().quote(T);
            Column length = Samples.column("length", Samples.INTEGER, true).withComment(Optional.of("of the code"));
            Schema schema = database.apply(Schema.of(List.of(TABLE), List.of()), List.of(new AddColumn(T, length)));
            schema = database.apply(schema, List.of(generated(Optional.of("length(code)"))));
            assertThat(database.rows("select length from " + name + " order by length"))
                    .containsExactlyInAnyOrder("null", "3");
            schema = database.apply(schema, List.of(generated(Optional.of("length(code) * 2"))));
            assertThat(database.rows("select length from " + name)).containsExactlyInAnyOrder("null", "6");
            database.apply(schema, List.of(generated(Optional.empty())));
            database.execute("update " + name + " set code = 'longer'");
            assertThat(database.rows("select length from " + name)).containsExactlyInAnyOrder("null", "6");
        }
    }

    private static AlterColumn generated(Optional<String> sql) {
        return new AlterColumn(
                T,
                Name.of("length"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new TextChange(sql)));
    }

    private static LiveDatabase filled(String word) throws Exception {
        LiveDatabase database = LiveDatabase.of(Family.ofWord(word).orElseThrow());
        database.apply(Schema.empty(), List.of(new CreateTable(TABLE)));
        String name = database.dialect().quote(T);
        String id = database.dialect().quote(ID.name());
        database.execute("insert into " + name + " (" + id + ", code) values (1, 'abc')");
        database.execute("insert into " + name + " (" + id + ", code) values (2, null)");
        return database;
    }
}
