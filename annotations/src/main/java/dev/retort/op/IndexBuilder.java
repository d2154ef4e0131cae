package dev.retort.op;

/** A new index. */
public interface IndexBuilder {

    /** No two rows may have the same values in its columns. */
    IndexBuilder unique();

    /** The entities do not declare this index, on purpose: no drift. */
    IndexBuilder databaseOnly();
}
