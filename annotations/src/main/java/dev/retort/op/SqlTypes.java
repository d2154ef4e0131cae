package dev.retort.op;

import java.util.Arrays;
import java.util.List;

/**
 * The column types, named as in SQL; each dialect writes them in its own words. Meant for static import.
 *
 * <p>Lengths are in characters, for binary types in bytes. Precision is the number of decimal digits, for times the
 * number of digits of the second's fraction. All methods throw {@link IllegalArgumentException} for a length or
 * precision under 1 (0 for times), or a scale outside 0 to the precision.
 */
public final class SqlTypes {

    private SqlTypes() {}

    /** True or false; {@code bit} or {@code number(1)} where the database has no such type. */
    public static SqlType bool() {
        return plain("bool");
    }

    /** 8 bits. */
    public static SqlType tinyint() {
        return plain("tinyint");
    }

    /** 16 bits. */
    public static SqlType smallint() {
        return plain("smallint");
    }

    /** 32 bits. */
    public static SqlType integer() {
        return plain("integer");
    }

    /** 64 bits. */
    public static SqlType bigint() {
        return plain("bigint");
    }

    /** 32 bits of binary floating point. */
    public static SqlType real() {
        return plain("real");
    }

    /** 64 bits of binary floating point, as a {@code double} or {@code Double} property has. */
    public static SqlType doublePrecision() {
        return plain("doublePrecision");
    }

    /**
     * Binary floating point, as a {@code float} or {@code Float} property has ({@code floating(24)}).
     *
     * @param precision in bits, 1 to 53
     */
    public static SqlType floating(int precision) {
        if (precision > 53) {
            throw new IllegalArgumentException("precision " + precision + " of floating() is over 53 bits");
        }
        return sized("floating", precision);
    }

    /** Decimal with exactly this many digits, {@code scale} of them after the point. */
    public static SqlType numeric(int precision, int scale) {
        atLeast("precision", "numeric", precision, 1);
        if (scale < 0 || scale > precision) {
            throw new IllegalArgumentException("scale " + scale + " of numeric() is not within 0 and " + precision);
        }
        return of("numeric", List.of(precision, scale));
    }

    /** Characters, padded with blanks to the length. */
    public static SqlType character(int length) {
        return sized("character", length);
    }

    /** Up to {@code length} characters. */
    public static SqlType varchar(int length) {
        return sized("varchar", length);
    }

    /** Characters of the national character set, padded with blanks to the length. */
    public static SqlType nchar(int length) {
        return sized("nchar", length);
    }

    /** Up to {@code length} characters of the national character set. */
    public static SqlType nvarchar(int length) {
        return sized("nvarchar", length);
    }

    /** Characters without a declared length, as {@code @Column(length = Length.LONG32)} leads to. */
    public static SqlType text() {
        return plain("text");
    }

    /** Characters of the national character set without a declared length. */
    public static SqlType ntext() {
        return plain("ntext");
    }

    /** A character large object, as {@code @Lob String} leads to; its kind is each dialect's choice. */
    public static SqlType clob() {
        return plain("clob");
    }

    /** A character large object of the national character set. */
    public static SqlType nclob() {
        return plain("nclob");
    }

    /** Bytes, exactly {@code length}. */
    public static SqlType binary(int length) {
        return sized("binary", length);
    }

    /** Up to {@code length} bytes. */
    public static SqlType varbinary(int length) {
        return sized("varbinary", length);
    }

    /** Bytes without a declared length, as {@code @Column(length = Length.LONG32) byte[]} leads to. */
    public static SqlType longVarbinary() {
        return plain("longVarbinary");
    }

    /** A binary large object, as {@code @Lob byte[]} leads to. */
    public static SqlType blob() {
        return plain("blob");
    }

    /** A day, without time. */
    public static SqlType date() {
        return plain("date");
    }

    /** A time of day. */
    public static SqlType time(int precision) {
        return fraction("time", precision);
    }

    /** A time of day with its offset from UTC. */
    public static SqlType timeWithTimeZone(int precision) {
        return fraction("timeWithTimeZone", precision);
    }

    /** A day and time, as {@code LocalDateTime} has. */
    public static SqlType timestamp(int precision) {
        return fraction("timestamp", precision);
    }

    /** A point in time, as {@code Instant}, {@code OffsetDateTime} and {@code ZonedDateTime} have. */
    public static SqlType timestampWithTimeZone(int precision) {
        return fraction("timestampWithTimeZone", precision);
    }

    /** A length of time, as {@code Duration} mapped to SQL's interval. */
    public static SqlType intervalSecond() {
        return plain("intervalSecond");
    }

    /** A UUID; {@code binary(16)} or {@code char(36)} where the database has no such type. */
    public static SqlType uuid() {
        return plain("uuid");
    }

    /** A JSON document; {@code jsonb} on PostgreSQL, a character type where the database has none. */
    public static SqlType json() {
        return plain("json");
    }

    /** An XML document. */
    public static SqlType xml() {
        return plain("xml");
    }

    /** An IP address. */
    public static SqlType inet() {
        return plain("inet");
    }

    /** An ordered list of values of one type, as a basic array or collection property has. */
    public static SqlType array(SqlType element) {
        return new SqlType("array", List.of(), List.of(), List.of(element));
    }

    /**
     * One of a set of words, as {@code @Enumerated(STRING)} leads to: {@code enum (…)} where the database has it, else
     * {@code varchar(255)} with a check.
     *
     * @param labels not empty, none twice
     */
    public static SqlType enumeration(String... labels) {
        List<String> list = Arrays.asList(labels);
        if (list.isEmpty()) {
            throw new IllegalArgumentException("enumeration() has no label");
        }
        for (int i = 0; i < labels.length; i++) {
            if (list.indexOf(labels[i]) < i) {
                throw new IllegalArgumentException("enumeration() has the label " + labels[i] + " twice");
            }
        }
        return new SqlType("enumeration", List.of(), list, List.of());
    }

    /**
     * A type in the database's own words, the same for every dialect: {@code nativeType("citext")}.
     *
     * @param sql not blank
     */
    public static SqlType nativeType(String sql) {
        if (sql.isBlank()) {
            throw new IllegalArgumentException("nativeType() has no text");
        }
        return new SqlType("nativeType", List.of(), List.of(sql), List.of());
    }

    private static SqlType plain(String name) {
        return of(name, List.of());
    }

    private static SqlType sized(String name, int length) {
        atLeast("length", name, length, 1);
        return of(name, List.of(length));
    }

    private static SqlType fraction(String name, int precision) {
        atLeast("precision", name, precision, 0);
        return of(name, List.of(precision));
    }

    private static SqlType of(String name, List<Integer> parameters) {
        return new SqlType(name, parameters, List.of(), List.of());
    }

    private static void atLeast(String what, String type, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(what + " " + value + " of " + type + "() is under " + least);
        }
    }
}
