package dev.retort.processor.schema;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The names of constraints that a migration does not name. A constraint without a name could not be dropped by one
 * statement on every database, so each gets one that a reader can foretell.
 */
public final class ConstraintNames {
    /** PostgreSQL cuts names at 63 bytes, MySQL refuses over 64. */
    private static final int LONGEST = 63;

    private ConstraintNames() {}

    public static Name primaryKey(Name table) {
        return fit("pk_" + table.text());
    }

    public static Name foreignKey(Name table, List<Name> columns) {
        return fit("fk_" + table.text() + "_" + join(columns));
    }

    public static Name uniqueKey(Name table, List<Name> columns) {
        return fit("uq_" + table.text() + "_" + join(columns));
    }

    public static Name index(Name table, List<Name> columns) {
        return fit("ix_" + table.text() + "_" + (columns.isEmpty() ? "expression" : join(columns)));
    }

    /** @param number counted from 1 within its table */
    public static Name check(Name table, int number) {
        return fit("ck_" + table.text() + "_" + number);
    }

    /** The check that stands in for an enumeration type where a dialect has none. */
    public static Name enumeration(Name table, Name column) {
        return fit("ck_" + table.text() + "_" + column.text());
    }

    /** Of a default, which is a constraint on SQL Server. */
    public static Name defaultOf(Name table, Name column) {
        return fit("df_" + table.text() + "_" + column.text());
    }

    /** The name for a second, third … of what would have the same. */
    public static Name numbered(Name name, int number) {
        String suffix = "_" + number;
        String text = name.text();
        return new Name(text.substring(0, Math.min(text.length(), LONGEST - suffix.length())) + suffix, name.quoted());
    }

    private static String join(List<Name> columns) {
        return columns.stream().map(Name::text).collect(Collectors.joining("_"));
    }

    private static Name fit(String name) {
        String plain = name.replaceAll("[^\\p{Alnum}_$]", "_");
        if (plain.length() <= LONGEST) {
            return new Name(plain, false);
        }
        CRC32 crc = new CRC32();
        crc.update(plain.getBytes(StandardCharsets.UTF_8));
        return new Name(plain.substring(0, LONGEST - 9) + "_" + String.format("%08x", crc.getValue()), false);
    }
}
