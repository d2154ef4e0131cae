package dev.retort.op;

import org.jspecify.annotations.Nullable;

/** Rows that a migration writes out. */
public interface RowsBuilder {

    /** The columns of all rows, once and before them. */
    RowsBuilder columns(String... names);

    /**
     * One row: a value for each column, in their order.
     *
     * @param values text in quotes for texts, enumerations, UUIDs and JSON; whole and decimal numbers; {@code true} and
     *     {@code false}; {@code null}; dates and times as ISO text ({@code "2026-11-23"}, {@code "09:30:00"}, {@code
     *     "2026-11-23T09:30:00"}, with an offset where the type has a time zone); bytes as hexadecimal text
     */
    @SuppressWarnings("exports")
    RowsBuilder row(@Nullable Object... values);
}
