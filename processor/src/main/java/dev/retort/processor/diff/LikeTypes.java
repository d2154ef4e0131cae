package dev.retort.processor.diff;

import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Types that can hold the same values, if not all of them. */
final class LikeTypes {
    private static final List<Set<Kind>> FAMILIES = List.of(
            Set.of(
                    Kind.CHARACTER,
                    Kind.VARCHAR,
                    Kind.NCHAR,
                    Kind.NVARCHAR,
                    Kind.TEXT,
                    Kind.NTEXT,
                    Kind.CLOB,
                    Kind.NCLOB,
                    Kind.ENUMERATION,
                    Kind.JSON,
                    Kind.XML),
            Set.of(
                    Kind.TINYINT,
                    Kind.SMALLINT,
                    Kind.INTEGER,
                    Kind.BIGINT,
                    Kind.REAL,
                    Kind.DOUBLE_PRECISION,
                    Kind.FLOATING,
                    Kind.NUMERIC),
            Set.of(Kind.BINARY, Kind.VARBINARY, Kind.LONG_VARBINARY, Kind.BLOB),
            Set.of(Kind.DATE, Kind.TIME, Kind.TIME_WITH_TIME_ZONE, Kind.TIMESTAMP, Kind.TIMESTAMP_WITH_TIME_ZONE));

    private LikeTypes() {}

    static boolean alike(DataType some, DataType other) {
        if (some.kind() == Kind.NATIVE && other.kind() == Kind.NATIVE) {
            return word(some).equals(word(other));
        } else if (some.kind() == Kind.ARRAY && other.kind() == Kind.ARRAY) {
            return alike(some.elements().get(0), other.elements().get(0));
        }
        return some.kind() == other.kind()
                || FAMILIES.stream().anyMatch(family -> family.contains(some.kind()) && family.contains(other.kind()));
    }

    /** Of {@code geometry(point, 4326)} the first: the rest is a length or a precision. */
    private static String word(DataType type) {
        return type.texts()
                .get(0)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("(?s)\\s*\\(.*", "")
                .strip();
    }
}
