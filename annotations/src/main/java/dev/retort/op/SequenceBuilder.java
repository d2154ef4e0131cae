package dev.retort.op;

/**
 * A new sequence, starting with 1 in steps of 1 unless said otherwise. Bounds and cycles need a database that has
 * sequences: SQLite and MySQL have a table of one row instead, which takes neither.
 */
public interface SequenceBuilder {

    SequenceBuilder startWith(long value);

    /** A step other than 0; 50 is what {@code @GeneratedValue} expects where the entity says nothing. */
    SequenceBuilder incrementBy(int step);

    /** The lowest value; without it that of the database. */
    SequenceBuilder minValue(long value);

    /** The highest value; without it that of the database. */
    SequenceBuilder maxValue(long value);

    /** Begins again behind its last value. */
    SequenceBuilder cycle();

    /** How many values a connection takes at once, at least 1; without it what Hibernate's own sequences have. */
    SequenceBuilder cache(long values);
}
