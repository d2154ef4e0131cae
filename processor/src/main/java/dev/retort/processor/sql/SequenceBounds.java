package dev.retort.processor.sql;

import dev.retort.processor.operation.SequenceOperation.AlterSequence;
import dev.retort.processor.operation.SequenceOperation.NumberChange;
import dev.retort.processor.schema.Sequence;
import java.util.Optional;

/** What a sequence says beyond its start and its steps. Each text is empty, or has a space before it. */
final class SequenceBounds {

    private SequenceBounds() {}

    /** The bound of a sequence that starts beyond the default one, as Hibernate writes it, or what it says itself. */
    static String of(Sequence sequence) {
        return lowest(sequence) + highest(sequence);
    }

    private static String lowest(Sequence sequence) {
        boolean startsBelow = sequence.increment() > 0 && sequence.start() <= 0;
        return sequence.minValue()
                .or(() -> startsBelow ? Optional.of(sequence.start()) : Optional.empty())
                .map(value -> " minvalue " + value)
                .orElse("");
    }

    private static String highest(Sequence sequence) {
        boolean startsAbove = sequence.increment() < 0 && sequence.start() >= 0;
        return sequence.maxValue()
                .or(() -> startsAbove ? Optional.of(sequence.start()) : Optional.empty())
                .map(value -> " maxvalue " + value)
                .orElse("");
    }

    /** What it says itself, where a start beyond the default bound needs no other. */
    static String explicit(Sequence sequence) {
        return sequence.minValue().map(value -> " minvalue " + value).orElse("")
                + sequence.maxValue().map(value -> " maxvalue " + value).orElse("");
    }

    /** @param ownCache what stands for the cache of the database where none is said */
    static String afterSteps(Sequence sequence, String ownCache) {
        return sequence.cache().map(values -> " cache " + values).orElse(ownCache) + (sequence.cycle() ? " cycle" : "");
    }

    /**
     * The changes, in an order that every database takes.
     *
     * @param old the sequence before them
     * @param altered the sequence after them
     * @param noCycle the word for it
     * @param ownCache what stands for the cache of the database
     */
    static String changes(AlterSequence alter, Sequence old, Sequence altered, String noCycle, String ownCache) {
        boolean isMoved = alter.start().isPresent();
        String lowest = isMoved ? moved(lowest(old), lowest(altered), " no minvalue") : "";
        String highest = isMoved ? moved(highest(old), highest(altered), " no maxvalue") : "";
        return alter.increment().map(step -> " increment by " + step).orElse("")
                + alter.minValue()
                        .map(change -> or(lowest(altered), " no minvalue"))
                        .orElse(lowest)
                + alter.maxValue()
                        .map(change -> or(highest(altered), " no maxvalue"))
                        .orElse(highest)
                + alter.start().map(value -> " start with " + value).orElse("")
                + alter.cycle().map(cycle -> cycle ? " cycle" : noCycle).orElse("")
                + alter.cache()
                        .map(NumberChange::value)
                        .map(value -> value.map(values -> " cache " + values).orElse(ownCache))
                        .orElse("")
                + alter.restart().map(value -> " restart with " + value).orElse("");
    }

    /** A bound that a new start brings or takes along. */
    private static String moved(String before, String after, String none) {
        return before.equals(after) ? "" : or(after, none);
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
