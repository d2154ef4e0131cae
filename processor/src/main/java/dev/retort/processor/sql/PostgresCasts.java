package dev.retort.processor.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which types PostgreSQL casts into each other (its catalogue pg_cast). All others go by way of text, which each type can
 * be read from and written as.
 */
final class PostgresCasts {
    private static final Set<String> TEXTS =
            Set.of("text", "varchar", "char", "character", "character varying", "bpchar", "name");

    private static final List<Set<String>> GROUPS = List.of(
            Set.of("smallint", "integer", "int", "bigint", "numeric", "decimal", "real", "float", "double precision"),
            Set.of("boolean", "integer", "int"),
            Set.of("date", "timestamp", "timestamp with time zone", "timestamptz"),
            Set.of("time", "time with time zone", "timetz"),
            Set.of("json", "jsonb"),
            Set.of("oid", "integer", "int", "bigint"));

    private PostgresCasts() {}

    /** @param from without length, as are both */
    static boolean isDirect(String from, String to) {
        String old = from.toLowerCase(Locale.ROOT).strip();
        String wanted = to.toLowerCase(Locale.ROOT).strip();
        return TEXTS.contains(old)
                || TEXTS.contains(wanted)
                || old.equals(wanted)
                || GROUPS.stream().anyMatch(group -> group.contains(old) && group.contains(wanted));
    }
}
