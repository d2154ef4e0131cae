package dev.retort.processor.write;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which rows another type has no room for.
 *
 * @param condition SQL that such a row satisfies; empty where only the values themselves can tell
 */
record Narrowing(Optional<String> condition) {
    private static final List<Kind> WHOLE = List.of(Kind.TINYINT, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);
    private static final List<Long> SMALLEST = List.of(0L, -32768L, (long) Integer.MIN_VALUE);
    private static final List<Long> LARGEST = List.of(127L, 32767L, (long) Integer.MAX_VALUE);
    private static final List<Kind> CHARACTERS =
            List.of(Kind.CHARACTER, Kind.VARCHAR, Kind.NCHAR, Kind.NVARCHAR, Kind.TEXT, Kind.NTEXT);
    private static final List<Kind> BYTES = List.of(Kind.BINARY, Kind.VARBINARY, Kind.LONG_VARBINARY);
    private static final List<Kind> TIMES =
            List.of(Kind.TIME, Kind.TIMESTAMP, Kind.TIME_WITH_TIME_ZONE, Kind.TIMESTAMP_WITH_TIME_ZONE);
    private static final List<Kind> FRACTIONS = List.of(Kind.REAL, Kind.FLOATING, Kind.DOUBLE_PRECISION, Kind.NUMERIC);

    /** Empty where every value fits. */
    static Optional<Narrowing> of(DataType from, DataType to, String column, DatabaseDialect dialect) {
        Family family = dialect.family();
        boolean fits = from.equals(to)
                || (WHOLE.contains(from.kind()) && FRACTIONS.contains(to.kind()) && to.kind() != Kind.NUMERIC)
                || (CHARACTERS.contains(from.kind()) && isOneOf(to, Kind.TEXT, Kind.NTEXT, Kind.CLOB, Kind.NCLOB))
                || (BYTES.contains(from.kind()) && isOneOf(to, Kind.LONG_VARBINARY, Kind.BLOB));
        if (fits) {
            return Optional.empty();
        }
        if (CHARACTERS.contains(from.kind()) && CHARACTERS.contains(to.kind())) {
            return longer(from, to, characters(column, family));
        } else if (BYTES.contains(from.kind()) && BYTES.contains(to.kind())) {
            return longer(from, to, bytes(column, from, family));
        } else if (WHOLE.contains(from.kind()) && WHOLE.contains(to.kind())) {
            int room = WHOLE.indexOf(to.kind());
            return WHOLE.indexOf(from.kind()) <= room
                    ? Optional.empty()
                    : known(column + " not between " + SMALLEST.get(room) + " and " + LARGEST.get(room));
        } else if (from.kind() == Kind.NUMERIC && to.kind() == Kind.NUMERIC) {
            return digits(from, to, column);
        } else if (TIMES.contains(from.kind()) && from.kind() == to.kind()) {
            return fractions(from, to, column, dialect);
        } else if (isOneOf(to, Kind.ENUMERATION) && (isOneOf(from, Kind.ENUMERATION) || isText(from))) {
            return words(from, to, column);
        } else if (isOneOf(from, Kind.ENUMERATION) && isText(to)) {
            int room = to.parameters().isEmpty()
                    ? Integer.MAX_VALUE
                    : to.parameters().get(0);
            return from.texts().stream().allMatch(word -> word.length() <= room)
                    ? Optional.empty()
                    : known(characters(column, family) + " > " + room);
        }
        return Optional.of(new Narrowing(Optional.empty()));
    }

    private static Optional<Narrowing> longer(DataType from, DataType to, String length) {
        boolean fits = to.parameters().isEmpty()
                || (!from.parameters().isEmpty()
                        && from.parameters().get(0) <= to.parameters().get(0));
        return fits ? Optional.empty() : known(length + " > " + to.parameters().get(0));
    }

    private static Optional<Narrowing> digits(DataType from, DataType to, String column) {
        int before = to.parameters().get(0) - to.parameters().get(1);
        int after = to.parameters().get(1);
        boolean lessBefore = from.parameters().get(0) - from.parameters().get(1) > before;
        boolean lessAfter = from.parameters().get(1) > after;
        String tooLarge = "abs(" + column + ") >= " + BigDecimal.TEN.pow(before).toPlainString();
        String tooFine = column + " <> round(" + column + ", " + after + ")";
        if (lessBefore && lessAfter) {
            return known(tooLarge + " or " + tooFine);
        }
        return lessBefore ? known(tooLarge) : lessAfter ? known(tooFine) : Optional.empty();
    }

    /** Databases round or cut what is finer than the type, and say nothing: digits that are lost, as those of a number. */
    private static Optional<Narrowing> fractions(DataType from, DataType to, String column, DatabaseDialect dialect) {
        if (from.parameters().get(0) <= to.parameters().get(0)) {
            return Optional.empty();
        }
        String type = switch (dialect.family()) {
            // They cast to other types than columns have.
            case MARIADB, MYSQL ->
                (isOneOf(to, Kind.TIME, Kind.TIME_WITH_TIME_ZONE) ? "time(" : "datetime(")
                        + to.parameters().get(0) + ")";
            default -> dialect.typeName(to);
        };
        return known(column + " <> cast(" + column + " as " + type + ")");
    }

    private static Optional<Narrowing> words(DataType from, DataType to, String column) {
        if (isText(from)) {
            return known(column + " not in (" + quoted(to.texts()) + ")");
        }
        List<String> gone =
                from.texts().stream().filter(word -> !to.texts().contains(word)).toList();
        return gone.isEmpty() ? Optional.empty() : known(column + " in (" + quoted(gone) + ")");
    }

    /** Some databases count bytes in {@code length}. */
    private static String characters(String column, Family family) {
        return switch (family) {
            case MARIADB, MYSQL -> "char_length(" + column + ")";
            // The other function of SQL Server leaves blanks at the end out.
            case SQLSERVER -> "len(concat(" + column + ", '.')) - 1";
            default -> "length(" + column + ")";
        };
    }

    private static String bytes(String column, DataType from, Family family) {
        return switch (family) {
            case SQLSERVER -> "datalength(" + column + ")";
            case ORACLE ->
                (isOneOf(from, Kind.BLOB, Kind.LONG_VARBINARY) ? "dbms_lob.getlength(" : "utl_raw.length(") + column
                        + ")";
            default -> "length(" + column + ")";
        };
    }

    private static boolean isText(DataType type) {
        return CHARACTERS.contains(type.kind());
    }

    private static boolean isOneOf(DataType type, Kind... kinds) {
        return List.of(kinds).contains(type.kind());
    }

    private static Optional<Narrowing> known(String condition) {
        return Optional.of(new Narrowing(Optional.of(condition)));
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "'" + word.replace("'", "''") + "'").collect(Collectors.joining(", "));
    }
}
