package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DefaultValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.sql.ast.spi.StringBuilderSqlAppender;

/** Values of rows as the literals of one database; each is known to fit its column. */
final class RowLiterals {
    private static final String SET_LATER = "leave it out of columns(…), and set it with op.run(…)";
    private static final int LONGEST_ORACLE_LITERAL = 4000;

    /** Of four bytes each at most. */
    private static final int ORACLE_PIECE = 1000;

    private static final String UUID_OF_SQL_SERVER = "uniqueidentifier";

    private final DatabaseDialect dialect;
    private final MomentLiterals moments;

    RowLiterals(DatabaseDialect dialect) {
        this.dialect = dialect;
        this.moments = new MomentLiterals(dialect.family());
    }

    String of(Column column, Optional<DefaultValue> value) {
        if (value.isEmpty()) {
            return "null";
        }
        return value.get() instanceof DefaultValue.Text text
                ? text(column, text.value())
                : dialect.literal(value.get());
    }

    private String text(Column column, String text) {
        return switch (column.type().kind()) {
            case BINARY, VARBINARY, LONG_VARBINARY, BLOB ->
                bytes(column, HexFormat.of().parseHex(text));
            case UUID -> isUuid(column) ? dialect.literal(text) : bytes(column, bytes(UUID.fromString(text)));
            case DATE -> moments.date(LocalDate.parse(text));
            case TIME -> moments.time(LocalTime.parse(text));
            case TIMESTAMP -> moments.timestamp(LocalDateTime.parse(text));
            case TIME_WITH_TIME_ZONE -> moments.time(typeName(column), OffsetTime.parse(text));
            case TIMESTAMP_WITH_TIME_ZONE -> moments.timestamp(typeName(column), OffsetDateTime.parse(text));
            case JSON -> json(column, text);
            case CLOB, NCLOB -> {
                refuseLargeObject(column);
                yield characters(column, text);
            }
            default -> characters(column, text);
        };
    }

    private String json(Column column, String text) {
        return typeName(column).equals("blob")
                ? bytes(column, text.getBytes(StandardCharsets.UTF_8))
                : characters(column, text) + (dialect.family() == Family.H2 ? " format json" : "");
    }

    private String characters(Column column, String text) {
        return switch (dialect.family()) {
            case SQLSERVER -> SqlServerDefinitions.national(dialect, text);
            case ORACLE -> oracle(column, text);
            default -> dialect.literal(text);
        };
    }

    /** What is empty is null, and a literal has 4000 bytes at most (SQL Language Reference, Literals). */
    private String oracle(Column column, String text) {
        if (text.isEmpty() && !column.nullable()) {
            throw new UnsupportedByDialectException(
                    "oracle cannot write an empty text into column " + column.name()
                            + ", which is not null: it takes it for null",
                    "write another text, or let the column be nullable");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ORACLE_LITERAL) {
            return dialect.literal(text);
        }
        StringBuilder sql = new StringBuilder();
        int start = 0;
        while (start < text.length()) {
            int end = text.offsetByCodePoints(start, Math.min(ORACLE_PIECE, text.codePointCount(start, text.length())));
            sql.append(start == 0 ? "" : " || ")
                    .append("to_clob(")
                    .append(dialect.literal(text.substring(start, end)))
                    .append(')');
            start = end;
        }
        return sql.toString();
    }

    /** PostgreSQL keeps them apart from their rows, by a number. */
    private void refuseLargeObject(Column column) {
        if (typeName(column).equals("oid")) {
            throw new UnsupportedByDialectException(
                    dialect.family().word() + " cannot write the value of column " + column.name()
                            + " into a row: it is a large object",
                    SET_LATER);
        }
    }

    private String bytes(Column column, byte[] bytes) {
        refuseLargeObject(column);
        if (dialect.family() == Family.ORACLE && bytes.length > LONGEST_ORACLE_LITERAL / 2) {
            throw new UnsupportedByDialectException(
                    "oracle cannot write the value of column " + column.name() + " into a row: it has " + bytes.length
                            + " bytes, and a literal 2000 at most",
                    SET_LATER);
        }
        StringBuilderSqlAppender sql = new StringBuilderSqlAppender();
        dialect.hibernate().appendBinaryLiteral(sql, bytes);
        return sql.toString();
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private boolean isUuid(Column column) {
        return typeName(column).startsWith("uuid") || typeName(column).equals(UUID_OF_SQL_SERVER);
    }

    private String typeName(Column column) {
        return dialect.typeName(column.type()).toLowerCase(Locale.ROOT);
    }
}
