package dev.retort.op;

/** What a foreign key does to the rows that refer to a row which is deleted or whose key changes. */
public enum ReferentialAction {
    /** The statement fails; in most databases checked at the end of the statement. SQL's default. */
    NO_ACTION,
    /** The statement fails at once. */
    RESTRICT,
    /** The referring rows go with it. */
    CASCADE,
    /** The referring columns become null. */
    SET_NULL,
    /** The referring columns take their defaults. */
    SET_DEFAULT
}
