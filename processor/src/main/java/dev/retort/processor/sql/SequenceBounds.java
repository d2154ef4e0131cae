package dev.retort.processor.sql;

import dev.retort.processor.schema.Sequence;

/** The bound of a sequence that starts beyond the default one, as Hibernate writes it. */
final class SequenceBounds {

    private SequenceBounds() {}

    /** Empty, or with a space before it. */
    static String of(Sequence sequence) {
        if (sequence.increment() > 0 && sequence.start() <= 0) {
            return " minvalue " + sequence.start();
        }
        return sequence.increment() < 0 && sequence.start() >= 0 ? " maxvalue " + sequence.start() : "";
    }
}
