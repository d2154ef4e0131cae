package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.operation.RowOperation.BulkInsert;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.sql.ResultSet;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that a migration writes out, as a driver reads them from real databases. */
class BulkRowsTest {
    private static final QualifiedName T = QualifiedName.of("`My Rows`");
    private static final Table EVERY_TYPE = table(
            Samples.column("id", Samples.BIGINT, false),
            Samples.column("flag", DataType.of(Kind.BOOL), true),
            Samples.column("amount", DataType.of(Kind.NUMERIC, 10, 2), true),
            Samples.column("ratio", DataType.of(Kind.DOUBLE_PRECISION), true),
            Samples.column("name", DataType.of(Kind.VARCHAR, 20), true),
            Samples.column("note", DataType.of(Kind.TEXT), true),
            Samples.column("born", DataType.of(Kind.DATE), true),
            Samples.column("woken", DataType.of(Kind.TIME, 3), true),
            Samples.column("seen", DataType.of(Kind.TIMESTAMP, 3), true),
            Samples.column("sent", DataType.of(Kind.TIMESTAMP_WITH_TIME_ZONE, 3), true),
            Samples.column("code", DataType.of(Kind.UUID), true),
            Samples.column("hash", DataType.of(Kind.VARBINARY, 4), true),
            Samples.column("facts", DataType.of(Kind.JSON), true),
            Samples.column("mood", DataType.enumeration(List.of("GOOD", "BAD")), true));

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2", "postgresql", "mariadb"})
    void everyType(String word) throws Exception {
        try (LiveDatabase database = LiveDatabase.of(Family.ofWord(word).orElseThrow())) {
            Schema schema = database.apply(Schema.empty(), List.of(new CreateTable(EVERY_TYPE)));
            Operation insert = insert(
                    EVERY_TYPE,
                    row(
                            1L,
                            true,
                            new java.math.BigDecimal("12.50"),
                            0.25,
                            "C:\\it's",
                            "two\nlines",
                            "2026-11-23",
                            "09:30:15.125",
                            "2026-11-23T09:30:15.125",
                            "2026-11-23T09:30:15.125+02:00",
                            "123e4567-e89b-12d3-a456-426614174000",
                            "00ff10",
                            "{\"a\": 1}",
                            "BAD"),
                    row(2L, false, 3L, -1L, "", null, null, null, null, null, null, "", null, null));
            schema = database.apply(schema, List.of(insert));
            String query = "select * from " + database.dialect().quote(T) + " order by id";
            try (Statement statement = database.connection().createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getBoolean("flag")).isTrue();
                assertThat(rows.getBigDecimal("amount")).isEqualByComparingTo("12.50");
                assertThat(rows.getDouble("ratio")).isEqualTo(0.25);
                assertThat(rows.getString("name")).isEqualTo("C:\\it's");
                assertThat(rows.getString("note")).isEqualTo("two\nlines");
                assertThat(rows.getDate("born").toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 23));
                // What SQL calls a time has no fraction in Java.
                assertThat(rows.getTime("woken").toLocalTime()).isEqualTo(LocalTime.of(9, 30, 15));
                assertThat(rows.getTimestamp("seen")).isEqualTo(Timestamp.valueOf("2026-11-23 09:30:15.125"));
                assertThat(rows.getString("code").isEmpty()).isFalse();
                assertThat(rows.getBytes("hash")).containsExactly(0, 0xff, 0x10);
                assertThat(rows.getString("facts")).contains("a").contains("1");
                assertThat(rows.getString("mood")).isEqualTo("BAD");
                assertThat(rows.next()).isTrue();
                assertThat(rows.getBoolean("flag")).isFalse();
                assertThat(rows.getBigDecimal("amount")).isEqualByComparingTo("3");
                assertThat(rows.getObject("note")).isNull();
                assertThat(rows.getObject("born")).isNull();
                assertThat(rows.getString("mood")).isNull();
            }
            database.execute("insert into " + database.dialect().quote(T) + " (id) values (3)");
            database.apply(schema, insert.reverse(schema).orElseThrow());
            assertThat(database.rows("select id from " + database.dialect().quote(T)))
                    .containsExactly("3");
        }
    }

    /** Of what no server here can read back. */
    @Test
    void everyTypeWhereItIsOnlyRendered() {
        Operation insert = insert(
                EVERY_TYPE,
                row(
                        1L,
                        true,
                        new java.math.BigDecimal("12.50"),
                        0.25,
                        "C:\\é",
                        "two\nlines",
                        "2026-11-23",
                        "09:30:15.125",
                        "2026-11-23T09:30:15.125",
                        "2026-11-23T09:30:15.125+02:00",
                        "123e4567-e89b-12d3-a456-426614174000",
                        "00ff10",
                        "{\"a\": 1}",
                        "BAD"));
        String head =
                "(id, flag, amount, ratio, name, note, born, woken, seen, sent, code, hash, facts, mood) values\n    (";
        assertThat(sql("sqlserver", insert, EVERY_TYPE))
                .containsExactly("insert into [My Rows] " + head
                        + "1, 1, 12.50, 0.25, N'C:\\é', 'two\nlines', cast('2026-11-23' as date),"
                        + " cast('09:30:15.125' as time), cast('2026-11-23 09:30:15.125' as datetime2),"
                        + " cast('2026-11-23 09:30:15.125+02:00' as datetimeoffset),"
                        + " '123e4567-e89b-12d3-a456-426614174000', 0x00ff10, '{\"a\": 1}', 'BAD')");
        String moments = "date '2026-11-23', timestamp '1970-01-01 09:30:15.125', timestamp '2026-11-23 09:30:15.125',"
                + " timestamp '2026-11-23 09:30:15.125 +02:00', hextoraw('123e4567e89b12d3a456426614174000'),"
                + " hextoraw('00ff10'), ";
        assertThat(sql("oracle", insert, EVERY_TYPE))
                .containsExactly("insert into \"My Rows\" " + head + "1, true, 12.50, 0.25, 'C:\\é', 'two\nlines', "
                        + moments + "'{\"a\": 1}', 'BAD')");
        assertThat(sql("oracle:19", insert, EVERY_TYPE))
                .containsExactly("insert into \"My Rows\" " + head + "1, 1, 12.50, 0.25, 'C:\\é', 'two\nlines', "
                        + moments + "hextoraw('7b2261223a20317d'), 'BAD')");
    }

    @Test
    void oracleBefore23TakesOneRowAtATimeAndALiteralOf4000Bytes() {
        Table notes = table(Samples.column("note", DataType.of(Kind.TEXT), true));
        Operation two = insert(notes, row("a"), row("b"));
        assertThat(sql("oracle", two, notes))
                .containsExactly("insert into \"My Rows\" (note) values\n    ('a'),\n    ('b')");
        assertThat(sql("oracle:19", two, notes))
                .containsExactly(
                        "insert into \"My Rows\" (note) values\n    ('a')",
                        "insert into \"My Rows\" (note) values\n    ('b')");
        String thousand = "x".repeat(1000);
        assertThat(sql("oracle", insert(notes, row("x".repeat(4000))), notes).get(0))
                .contains("('" + "x".repeat(4000) + "')");
        assertThat(sql("oracle", insert(notes, row("x".repeat(4001))), notes).get(0))
                .contains("(" + ("to_clob('" + thousand + "') || ").repeat(4) + "to_clob('x'))");
        Table bytes = table(Samples.column("hash", DataType.of(Kind.BLOB), true));
        assertThatThrownBy(() -> sql("oracle", insert(bytes, row("00".repeat(2001))), bytes))
                .hasMessage("oracle cannot write the value of column hash into a row: it has 2001 bytes, and a literal"
                        + " 2000 at most");
    }

    /** A time with a zone is the same moment everywhere. */
    @Test
    void zones() throws Exception {
        Table sent = table(Samples.column("sent", DataType.of(Kind.TIMESTAMP_WITH_TIME_ZONE, 3), true));
        Operation insert = insert(sent, row("2026-11-23T01:30:15.125+02:00"));
        assertThat(sql("mariadb", insert, sent))
                .containsExactly("insert into `My Rows` (sent) values\n    (timestamp '2026-11-22 23:30:15.125')");
        assertThat(sql("sqlite", insert, sent))
                .containsExactly("insert into \"My Rows\" (sent) values\n    ('2026-11-22 23:30:15.125')");
        assertThat(sql("postgresql", insert, sent))
                .containsExactly("insert into \"My Rows\" (sent) values\n"
                        + "    (timestamp with time zone '2026-11-23 01:30:15.125+02:00')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2", "postgresql", "mariadb"})
    void theDatabaseNumbersBehindThem(String word) throws Exception {
        Table numbered = new Table(
                T,
                List.of(
                        new Column(Name.of("id"), Samples.BIGINT, false, Optional.empty(), true),
                        Samples.column("name", DataType.of(Kind.VARCHAR, 20), true)),
                Optional.of(Samples.primaryKey("pk", "id")),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        try (LiveDatabase database = LiveDatabase.of(Family.ofWord(word).orElseThrow())) {
            String name = database.dialect().quote(T);
            Schema schema = database.apply(Schema.empty(), List.of(new CreateTable(numbered)));
            schema = database.apply(schema, List.of(insert(numbered, row(7L, "a"), row(9L, "b"))));
            database.execute("insert into " + name + " (name) values ('c')");
            assertThat(Long.parseLong(
                            database.rows("select max(id) from " + name).get(0)))
                    .isBetween(10L, 11L);
            // Numbers that were given are not given again, though the rows that come next have lower ones.
            database.apply(schema, List.of(insert(numbered, row(1L, "d"))));
            database.execute("insert into " + name + " (name) values ('e')");
            assertThat(database.rows("select name from " + name + " order by id"))
                    .containsExactly("d", "a", "b", "c", "e");
        }
    }

    @Test
    void manyRowsAreSeveralStatements() {
        Table table = table(Samples.column("id", Samples.BIGINT, false));
        List<List<Optional<DefaultValue>>> rows = new ArrayList<>();
        for (long i = 0; i < 250; i++) {
            rows.add(row(i));
        }
        assertThat(sql("h2", new BulkInsert(T, Name.listOf(List.of("id")), rows), table))
                .hasSize(3);
    }

    @Test
    void largeObjectsOfPostgres() {
        for (Kind kind : List.of(Kind.CLOB, Kind.BLOB)) {
            Table table = table(Samples.column("x", DataType.of(kind), true));
            assertThatThrownBy(() -> sql("postgresql", insert(table, row("00")), table))
                    .isInstanceOf(UnsupportedByDialectException.class)
                    .hasMessage("postgresql cannot write the value of column x into a row: it is a large object");
            assertThat(sql("h2", insert(table, row("00")), table)).hasSize(1);
        }
    }

    private static List<String> sql(String word, Operation operation, Table table) {
        return SqlRendering.of(DatabaseDialect.parse(word))
                .render(operation, Schema.of(List.of(table), List.of()))
                .stream()
                .map(step -> ((SqlStep.Statement) step).sql())
                .toList();
    }

    @SafeVarargs
    private static Operation insert(Table table, List<Optional<DefaultValue>>... rows) {
        return new BulkInsert(T, table.columns().stream().map(Column::name).toList(), List.of(rows));
    }

    private static List<Optional<DefaultValue>> row(Object... values) {
        List<Optional<DefaultValue>> row = new ArrayList<>();
        for (Object value : values) {
            row.add(
                    value == null
                            ? Optional.empty()
                            : value instanceof Long number
                                    ? Optional.of(new DefaultValue.Whole(number))
                                    : value instanceof Boolean bool
                                            ? Optional.of(new DefaultValue.Bool(bool))
                                            : value instanceof Number number
                                                    ? Optional.of(new DefaultValue.Decimal(
                                                            new java.math.BigDecimal(number.toString())))
                                                    : Optional.of(new DefaultValue.Text(value.toString())));
        }
        return row;
    }

    private static Table table(Column... columns) {
        boolean hasId = columns[0].name().key().equals("id");
        return new Table(
                T,
                List.of(columns),
                hasId ? Optional.of(Samples.primaryKey("pk", "id")) : Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
