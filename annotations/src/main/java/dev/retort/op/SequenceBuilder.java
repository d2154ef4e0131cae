package dev.retort.op;

/** A new sequence, starting with 1 in steps of 1 unless said otherwise. */
public interface SequenceBuilder {

    SequenceBuilder startWith(long value);

    /** A step other than 0; 50 is what {@code @GeneratedValue} expects where the entity says nothing. */
    SequenceBuilder incrementBy(int step);
}
