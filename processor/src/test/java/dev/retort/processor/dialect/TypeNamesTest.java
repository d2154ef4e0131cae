package dev.retort.processor.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import dev.retort.processor.schema.Name;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypeNamesTest {
    private static final DatabaseDialect SQLITE = DatabaseDialect.parse("sqlite");
    private static final DatabaseDialect H2 = DatabaseDialect.parse("h2");

    private static final List<DataType> TYPES = List.of(
            DataType.of(Kind.BOOL),
            DataType.of(Kind.TINYINT),
            DataType.of(Kind.SMALLINT),
            DataType.of(Kind.INTEGER),
            DataType.of(Kind.BIGINT),
            DataType.of(Kind.REAL),
            DataType.of(Kind.DOUBLE_PRECISION),
            DataType.of(Kind.FLOATING, 24),
            DataType.of(Kind.NUMERIC, 19, 2),
            DataType.of(Kind.CHARACTER, 1),
            DataType.of(Kind.VARCHAR, 32),
            DataType.of(Kind.VARCHAR, 2_000_000),
            DataType.of(Kind.NCHAR, 2),
            DataType.of(Kind.NVARCHAR, 32),
            DataType.of(Kind.TEXT),
            DataType.of(Kind.NTEXT),
            DataType.of(Kind.CLOB),
            DataType.of(Kind.NCLOB),
            DataType.of(Kind.BINARY, 16),
            DataType.of(Kind.VARBINARY, 255),
            DataType.of(Kind.LONG_VARBINARY),
            DataType.of(Kind.BLOB),
            DataType.of(Kind.DATE),
            DataType.of(Kind.TIME, 0),
            DataType.of(Kind.TIME_WITH_TIME_ZONE, 0),
            DataType.of(Kind.TIMESTAMP, 6),
            DataType.of(Kind.TIMESTAMP_WITH_TIME_ZONE, 3),
            DataType.of(Kind.INTERVAL_SECOND),
            DataType.of(Kind.UUID),
            DataType.of(Kind.JSON),
            DataType.of(Kind.XML),
            DataType.of(Kind.INET),
            DataType.array(DataType.of(Kind.VARCHAR, 255)),
            DataType.enumeration(List.of("b", "it's", "A")),
            DataType.nativeType("citext"));

    @Test
    void everyTypeOnSqlite() {
        assertThat(table(SQLITE)).isEqualTo("""
                bool() = boolean
                tinyint() = tinyint
                smallint() = smallint
                integer() = integer
                bigint() = bigint
                real() = real
                doublePrecision() = float
                floating(24) = float
                numeric(19, 2) = numeric(19,2)
                character(1) = char(1)
                varchar(32) = varchar(32)
                varchar(2000000) = varchar(2000000)
                nchar(2) = char(2)
                nvarchar(32) = varchar(32)
                text() = varchar(2147483647)
                ntext() = varchar(2147483647)
                clob() = clob
                nclob() = clob
                binary(16) = blob
                varbinary(255) = blob
                longVarbinary() = blob
                blob() = blob
                date() = date
                time(0) = time(0)
                timeWithTimeZone(0) = time(0)
                timestamp(6) = timestamp
                timestampWithTimeZone(3) = timestamp
                intervalSecond() - sqlite has no type for intervalSecond()
                uuid() = blob
                json() = clob
                xml() = clob
                inet() = blob
                array(varchar(255)) = blob
                enumeration("b", "it's", "A") = varchar(255)
                nativeType("citext") = citext
                """);
    }

    @Test
    void everyTypeOnH2() {
        assertThat(table(H2)).isEqualTo("""
                bool() = boolean
                tinyint() = tinyint
                smallint() = smallint
                integer() = integer
                bigint() = bigint
                real() = real
                doublePrecision() = float(53)
                floating(24) = float(24)
                numeric(19, 2) = numeric(19,2)
                character(1) = char(1)
                varchar(32) = varchar(32)
                varchar(2000000) = clob
                nchar(2) = char(2)
                nvarchar(32) = varchar(32)
                text() = clob
                ntext() = clob
                clob() = clob
                nclob() = clob
                binary(16) = binary(16)
                varbinary(255) = varbinary(255)
                longVarbinary() = blob
                blob() = blob
                date() = date
                time(0) = time(0)
                timeWithTimeZone(0) = time(0) with time zone
                timestamp(6) = timestamp(6)
                timestampWithTimeZone(3) = timestamp(3) with time zone
                intervalSecond() = interval second(18,9)
                uuid() = uuid
                json() = json
                xml() = clob
                inet() = varbinary(19)
                array(varchar(255)) = varchar(255) array
                enumeration("b", "it's", "A") = enum ('A','b','it''s')
                nativeType("citext") = citext
                """);
    }

    @Test
    void noKindIsLeftOut() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        TYPES.forEach(type -> kinds.add(type.kind()));
        assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void enumerationIsACheckWhereItIsNoType() {
        DataType words = DataType.enumeration(List.of("b", "it's", "A"));
        assertThat(SQLITE.typeCondition(Name.of("order"), words)).contains("\"order\" in ('b','it''s','A')");
        assertThat(SQLITE.typeCondition(Name.of("order"), DataType.of(Kind.VARCHAR, 255)))
                .isEmpty();
        assertThat(H2.typeCondition(Name.of("order"), words)).isEmpty();
    }

    @Test
    void missingTypeIsNamedTogetherWithTheDatabase() {
        assertThatThrownBy(() -> SQLITE.typeName(DataType.of(Kind.INTERVAL_SECOND)))
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessage("sqlite has no type for intervalSecond()");
    }

    private static String table(DatabaseDialect dialect) {
        List<String> lines = new ArrayList<>();
        for (DataType type : TYPES) {
            try {
                lines.add(type + " = " + dialect.typeName(type));
            } catch (UnsupportedTypeException missing) {
                lines.add(type + " - " + missing.getMessage());
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
