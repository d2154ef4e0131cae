package dev.retort.processor.replay;

import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DefaultValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Which values a type takes, in the way that a row writes them. */
final class RowValues {
    private static final String HEXADECIMAL = "bytes as hexadecimal text, such as \"00ff\"";
    private static final Pattern BYTES = Pattern.compile("([0-9A-Fa-f]{2})*");
    private static final Pattern UUIDS = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private RowValues() {}

    /** What is wrong, to go behind the name of the column; empty where the type takes the value. */
    static Optional<String> fault(DataType type, DefaultValue value) {
        return switch (type.kind()) {
            case BOOL -> value instanceof DefaultValue.Bool ? Optional.empty() : no(type, value);
            case TINYINT -> whole(type, value, 8);
            case SMALLINT -> whole(type, value, 16);
            case INTEGER -> whole(type, value, 32);
            case BIGINT -> whole(type, value, 64);
            case REAL, DOUBLE_PRECISION, FLOATING -> number(value).isPresent() ? Optional.empty() : no(type, value);
            case NUMERIC -> numeric(type, value);
            case CHARACTER, VARCHAR, NCHAR, NVARCHAR ->
                text(type, value, type.parameters().get(0));
            case TEXT, NTEXT, CLOB, NCLOB, JSON, XML -> text(type, value, Integer.MAX_VALUE);
            case BINARY, VARBINARY -> bytes(type, value, type.parameters().get(0));
            case LONG_VARBINARY, BLOB -> bytes(type, value, Integer.MAX_VALUE);
            case DATE -> read(type, value, LocalDate::parse);
            case TIME -> read(type, value, LocalTime::parse);
            case TIME_WITH_TIME_ZONE -> read(type, value, OffsetTime::parse);
            case TIMESTAMP -> read(type, value, LocalDateTime::parse);
            case TIMESTAMP_WITH_TIME_ZONE -> read(type, value, OffsetDateTime::parse);
            case UUID -> uuid(type, value);
            case ENUMERATION ->
                value instanceof DefaultValue.Text text && type.texts().contains(text.value())
                        ? Optional.empty()
                        : no(type, value);
            case NATIVE -> Optional.empty();
            case INTERVAL_SECOND, INET, ARRAY ->
                Optional.of("cannot be written in a row: the column is " + type.describe());
        };
    }

    /** What to write, in words; empty for a type whose values no row can write. */
    static Optional<String> takenBy(DataType type) {
        return switch (type.kind()) {
            case BOOL -> Optional.of("true or false");
            case TINYINT -> Optional.of(range(8));
            case SMALLINT -> Optional.of(range(16));
            case INTEGER -> Optional.of(range(32));
            case BIGINT -> Optional.of("a whole number");
            case REAL, DOUBLE_PRECISION, FLOATING -> Optional.of("a number");
            case NUMERIC -> {
                int scale = type.parameters().get(1);
                yield Optional.of("a number of at most " + (type.parameters().get(0) - scale)
                        + " digits before the point and " + scale + " behind it");
            }
            case CHARACTER, VARCHAR, NCHAR, NVARCHAR ->
                Optional.of(
                        "a text of at most " + type.parameters().get(0) + " characters, or widen the column before");
            case TEXT, NTEXT, CLOB, NCLOB, JSON, XML -> Optional.of("a text");
            case BINARY, VARBINARY ->
                Optional.of(HEXADECIMAL + ", of at most " + type.parameters().get(0) + " bytes");
            case LONG_VARBINARY, BLOB -> Optional.of(HEXADECIMAL);
            case DATE -> Optional.of("a text such as \"2026-11-23\"");
            case TIME -> Optional.of("a text such as \"09:30:00\"");
            case TIME_WITH_TIME_ZONE -> Optional.of("a text such as \"09:30:00+01:00\"");
            case TIMESTAMP -> Optional.of("a text such as \"2026-11-23T09:30:00\"");
            case TIMESTAMP_WITH_TIME_ZONE -> Optional.of("a text such as \"2026-11-23T09:30:00+01:00\"");
            case UUID -> Optional.of("a text such as \"" + new UUID(0, 1) + "\"");
            case ENUMERATION -> Optional.of("one of the values of the enumeration");
            case NATIVE -> Optional.of("a value that " + type.describe() + " takes");
            case INTERVAL_SECOND, INET, ARRAY -> Optional.empty();
        };
    }

    private static String range(int bits) {
        long most = (1L << (bits - 1)) - 1;
        return "a whole number from " + (-most - 1) + " to " + most;
    }

    private static Optional<String> no(DataType type, DefaultValue value) {
        return Optional.of("is " + value.describe() + ", but the column is " + type.describe());
    }

    private static Optional<String> whole(DataType type, DefaultValue value, int bits) {
        boolean fits = value instanceof DefaultValue.Whole whole
                && BigInteger.valueOf(whole.value()).bitLength() < bits;
        return fits ? Optional.empty() : no(type, value);
    }

    private static Optional<BigDecimal> number(DefaultValue value) {
        return value instanceof DefaultValue.Whole whole
                ? Optional.of(BigDecimal.valueOf(whole.value()))
                : value instanceof DefaultValue.Decimal decimal ? Optional.of(decimal.value()) : Optional.empty();
    }

    private static Optional<String> numeric(DataType type, DefaultValue value) {
        Optional<BigDecimal> number = number(value).map(BigDecimal::stripTrailingZeros);
        if (number.isEmpty()) {
            return no(type, value);
        }
        int precision = type.parameters().get(0);
        int scale = type.parameters().get(1);
        boolean fits = number.get().scale() <= scale
                && number.get().precision() - number.get().scale() <= precision - scale;
        return fits ? Optional.empty() : no(type, value);
    }

    private static Optional<String> text(DataType type, DefaultValue value, int longest) {
        if (!(value instanceof DefaultValue.Text text)) {
            return no(type, value);
        }
        int length = text.value().codePointCount(0, text.value().length());
        return length <= longest
                ? Optional.empty()
                : Optional.of("has " + length + " characters, but the column is " + type.describe());
    }

    private static Optional<String> bytes(DataType type, DefaultValue value, int longest) {
        if (!(value instanceof DefaultValue.Text text)
                || !BYTES.matcher(text.value()).matches()) {
            return no(type, value);
        }
        int length = text.value().length() / 2;
        return length <= longest
                ? Optional.empty()
                : Optional.of("has " + length + " bytes, but the column is " + type.describe());
    }

    private static Optional<String> uuid(DataType type, DefaultValue value) {
        return value instanceof DefaultValue.Text text
                        && UUIDS.matcher(text.value()).matches()
                ? Optional.empty()
                : no(type, value);
    }

    private static Optional<String> read(DataType type, DefaultValue value, Consumer<String> parser) {
        if (value instanceof DefaultValue.Text text) {
            try {
                parser.accept(text.value());
                return Optional.empty();
            } catch (DateTimeException unreadable) {
                return no(type, value);
            }
        }
        return no(type, value);
    }
}
