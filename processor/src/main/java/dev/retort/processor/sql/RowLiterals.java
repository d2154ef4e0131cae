package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DefaultValue;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.sql.ast.spi.StringBuilderSqlAppender;

/** Values of rows as the literals of one database; each is known to fit its column. */
final class RowLiterals {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd ")
            .append(TIME)
            .toFormatter(Locale.ROOT);

    /** The one form that SQLite's driver reads as a date, a time or both (sqlite-jdbc, date_string_format). */
    private static final DateTimeFormatter SQLITE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final DatabaseDialect dialect;

    RowLiterals(DatabaseDialect dialect) {
        this.dialect = dialect;
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
            case DATE -> date(LocalDate.parse(text));
            case TIME -> time(LocalTime.parse(text));
            case TIMESTAMP -> timestamp(LocalDateTime.parse(text));
            case TIME_WITH_TIME_ZONE -> time(column, OffsetTime.parse(text));
            case TIMESTAMP_WITH_TIME_ZONE -> timestamp(column, OffsetDateTime.parse(text));
            case JSON -> dialect.literal(text) + (dialect.family() == Family.H2 ? " format json" : "");
            case CLOB, NCLOB -> {
                refuseLargeObject(column);
                yield dialect.literal(text);
            }
            default -> dialect.literal(text);
        };
    }

    /** PostgreSQL keeps them apart from their rows, by a number. */
    private void refuseLargeObject(Column column) {
        if (typeName(column).equals("oid")) {
            throw new UnsupportedByDialectException(dialect.family().word() + " cannot write the value of column "
                    + column.name() + " into a row: it is a large object");
        }
    }

    private String bytes(Column column, byte[] bytes) {
        refuseLargeObject(column);
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
        return typeName(column).startsWith("uuid");
    }

    private boolean keepsTimeZone(Column column) {
        return typeName(column).endsWith("with time zone");
    }

    private String typeName(Column column) {
        return dialect.typeName(column.type()).toLowerCase(Locale.ROOT);
    }

    private boolean isSqlite() {
        return dialect.family() == Family.SQLITE;
    }

    private String date(LocalDate date) {
        return isSqlite() ? quoted(SQLITE.format(date.atStartOfDay())) : "date " + quoted(date.toString());
    }

    private String time(LocalTime time) {
        return isSqlite() ? quoted(SQLITE.format(time.atDate(LocalDate.EPOCH))) : "time " + quoted(TIME.format(time));
    }

    private String timestamp(LocalDateTime timestamp) {
        return isSqlite() ? quoted(SQLITE.format(timestamp)) : "timestamp " + quoted(TIMESTAMP.format(timestamp));
    }

    /** Where no zone is kept, values are of UTC, as Hibernate's are. */
    private String time(Column column, OffsetTime time) {
        return keepsTimeZone(column)
                ? "time with time zone " + quoted(TIME.format(time) + offset(time.getOffset()))
                : time(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime());
    }

    private String timestamp(Column column, OffsetDateTime timestamp) {
        return keepsTimeZone(column)
                ? "timestamp with time zone " + quoted(TIMESTAMP.format(timestamp) + offset(timestamp.getOffset()))
                : timestamp(timestamp.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }

    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
