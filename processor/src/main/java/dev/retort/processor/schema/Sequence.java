package dev.retort.processor.schema;

import java.util.Optional;

/**
 * A sequence. What is empty is the database's own.
 *
 * @param cache how many values a connection takes at once
 */
public record Sequence(
        QualifiedName name,
        long start,
        int increment,
        Optional<Long> minValue,
        Optional<Long> maxValue,
        boolean cycle,
        Optional<Long> cache) {

    /** As a model has it: a mapping says no more. */
    public Sequence(QualifiedName name, long start, int increment) {
        this(name, start, increment, Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    public Sequence renamed(QualifiedName newName) {
        return new Sequence(newName, start, increment, minValue, maxValue, cycle, cache);
    }
}
