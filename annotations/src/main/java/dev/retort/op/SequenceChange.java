package dev.retort.op;

/**
 * What changes in an existing sequence; what is not called stays. On SQLite and MySQL, where a table of one row stands in,
 * {@link #restartWith} is what can be done; steps and caches are nothing there, bounds and cycles are refused.
 */
public interface SequenceChange {

    /** A step other than 0. */
    SequenceChange incrementBy(int step);

    /**
     * Where it would begin if it were made anew. The numbers go on where they are: {@link #restartWith} says the next one.
     * Nothing on Oracle and SQL Server, as well as on SQLite and MySQL.
     */
    SequenceChange startWith(long value);

    /** The next value. A derived downgrade does not take it back: what it was is not known. */
    SequenceChange restartWith(long value);

    SequenceChange minValue(long value);

    /** The lowest value of the database from now on. */
    SequenceChange dropMinValue();

    SequenceChange maxValue(long value);

    /** The highest value of the database from now on. */
    SequenceChange dropMaxValue();

    SequenceChange cycle();

    SequenceChange noCycle();

    /** How many values a connection takes at once, at least 1. */
    SequenceChange cache(long values);

    /** What Hibernate's own sequences have from now on. */
    SequenceChange dropCache();
}
