package dev.retort.processor.sql;

import dev.retort.processor.dialect.Family;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates and times as the literals of one database. */
final class MomentLiterals {
    private static final DateTimeFormatter TIME = time(9);

    /** {@code datetime2} refuses a text with more digits than it has. */
    private static final DateTimeFormatter SQL_SERVER_TIME = time(7);

    private static final DateTimeFormatter TIMESTAMP = timestamp(TIME);
    private static final DateTimeFormatter SQL_SERVER_TIMESTAMP = timestamp(SQL_SERVER_TIME);

    /** The one form that SQLite's driver reads as a date, a time or both (sqlite-jdbc, date_string_format). */
    private static final DateTimeFormatter SQLITE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final Family family;

    MomentLiterals(Family family) {
        this.family = family;
    }

    private static DateTimeFormatter time(int digits) {
        return new DateTimeFormatterBuilder()
                .appendPattern("HH:mm:ss")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, digits, true)
                .toFormatter(Locale.ROOT);
    }

    private static DateTimeFormatter timestamp(DateTimeFormatter time) {
        return new DateTimeFormatterBuilder()
                .appendPattern("uuuu-MM-dd ")
                .append(time)
                .toFormatter(Locale.ROOT);
    }

    String date(LocalDate date) {
        return switch (family) {
            case SQLITE -> quoted(SQLITE.format(date.atStartOfDay()));
            case SQLSERVER -> cast(date.toString(), "date");
            default -> "date " + quoted(date.toString());
        };
    }

    /** Oracle has no times: Hibernate stores them with the first day that Java counts. */
    String time(LocalTime time) {
        return switch (family) {
            case SQLITE -> quoted(SQLITE.format(time.atDate(LocalDate.EPOCH)));
            case SQLSERVER -> cast(SQL_SERVER_TIME.format(time), "time");
            case ORACLE -> timestamp(time.atDate(LocalDate.EPOCH));
            default -> "time " + quoted(TIME.format(time));
        };
    }

    String timestamp(LocalDateTime timestamp) {
        return switch (family) {
            case SQLITE -> quoted(SQLITE.format(timestamp));
            case SQLSERVER -> cast(SQL_SERVER_TIMESTAMP.format(timestamp), "datetime2");
            default -> "timestamp " + quoted(TIMESTAMP.format(timestamp));
        };
    }

    /**
     * Where no zone is kept, values are of UTC, as Hibernate's are.
     *
     * @param type of the column, in lower case
     */
    String time(String type, OffsetTime time) {
        if (!keepsTimeZone(type)) {
            return time(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime());
        }
        return switch (family) {
            case SQLSERVER, ORACLE -> timestamp(type, time.atDate(LocalDate.EPOCH));
            default -> "time with time zone " + quoted(TIME.format(time) + offset(time.getOffset()));
        };
    }

    /** @param type as for {@link #time(String, OffsetTime)} */
    String timestamp(String type, OffsetDateTime timestamp) {
        if (!keepsTimeZone(type)) {
            return timestamp(timestamp.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
        }
        String offset = offset(timestamp.getOffset());
        return switch (family) {
            case SQLSERVER -> cast(SQL_SERVER_TIMESTAMP.format(timestamp) + offset, "datetimeoffset");
            case ORACLE -> "timestamp " + quoted(TIMESTAMP.format(timestamp) + " " + offset);
            default -> "timestamp with time zone " + quoted(TIMESTAMP.format(timestamp) + offset);
        };
    }

    private static boolean keepsTimeZone(String type) {
        return type.endsWith("with time zone") || type.startsWith("datetimeoffset");
    }

    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }

    private static String cast(String text, String type) {
        return "cast(" + quoted(text) + " as " + type + ")";
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
