package dev.retort.processor.source;

import dev.retort.op.SequenceBuilder;
import dev.retort.op.SequenceChange;
import dev.retort.processor.finding.RefusedException;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.SequenceOperation.AlterSequence;
import dev.retort.processor.operation.SequenceOperation.NumberChange;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Sequence;
import java.util.Optional;

/** Record sequences, new ones and changes of others. */
final class SequenceRecorders {

    private SequenceRecorders() {}

    private static int step(int step) {
        if (step == 0) {
            throw new RefusedException(
                    "a sequence cannot have steps of 0",
                    "count upwards or downwards: .incrementBy(1), .incrementBy(-1)");
        }
        return step;
    }

    private static long cached(long values) {
        if (values < 1) {
            throw new RefusedException(
                    "a sequence cannot have a cache of " + values + " values", "hold at least one: .cache(1)");
        }
        return values;
    }

    static final class Sequences implements SequenceBuilder {
        private final QualifiedName name;
        private long start = 1;
        private int increment = 1;
        private Optional<Long> minValue = Optional.empty();
        private Optional<Long> maxValue = Optional.empty();
        private boolean cycle;
        private Optional<Long> cache = Optional.empty();

        Sequences(QualifiedName name) {
            this.name = name;
        }

        @Override
        public SequenceBuilder startWith(long value) {
            start = value;
            return this;
        }

        @Override
        public SequenceBuilder incrementBy(int step) {
            increment = step(step);
            return this;
        }

        @Override
        public SequenceBuilder minValue(long value) {
            minValue = Optional.of(value);
            return this;
        }

        @Override
        public SequenceBuilder maxValue(long value) {
            maxValue = Optional.of(value);
            return this;
        }

        @Override
        public SequenceBuilder cycle() {
            cycle = true;
            return this;
        }

        @Override
        public SequenceBuilder cache(long values) {
            cache = Optional.of(cached(values));
            return this;
        }

        Sequence sequence() {
            return new Sequence(name, start, increment, minValue, maxValue, cycle, cache);
        }
    }

    static final class Changes implements SequenceChange {
        private final QualifiedName name;
        private Optional<Integer> increment = Optional.empty();
        private Optional<Long> start = Optional.empty();
        private Optional<Long> restart = Optional.empty();
        private Optional<NumberChange> minValue = Optional.empty();
        private Optional<NumberChange> maxValue = Optional.empty();
        private Optional<Boolean> cycle = Optional.empty();
        private Optional<NumberChange> cache = Optional.empty();

        Changes(QualifiedName name) {
            this.name = name;
        }

        @Override
        public SequenceChange incrementBy(int step) {
            increment = Optional.of(step(step));
            return this;
        }

        @Override
        public SequenceChange startWith(long value) {
            start = Optional.of(value);
            return this;
        }

        @Override
        public SequenceChange restartWith(long value) {
            restart = Optional.of(value);
            return this;
        }

        @Override
        public SequenceChange minValue(long value) {
            minValue = Optional.of(new NumberChange(Optional.of(value)));
            return this;
        }

        @Override
        public SequenceChange dropMinValue() {
            minValue = Optional.of(new NumberChange(Optional.empty()));
            return this;
        }

        @Override
        public SequenceChange maxValue(long value) {
            maxValue = Optional.of(new NumberChange(Optional.of(value)));
            return this;
        }

        @Override
        public SequenceChange dropMaxValue() {
            maxValue = Optional.of(new NumberChange(Optional.empty()));
            return this;
        }

        @Override
        public SequenceChange cycle() {
            cycle = Optional.of(true);
            return this;
        }

        @Override
        public SequenceChange noCycle() {
            cycle = Optional.of(false);
            return this;
        }

        @Override
        public SequenceChange cache(long values) {
            cache = Optional.of(new NumberChange(Optional.of(cached(values))));
            return this;
        }

        @Override
        public SequenceChange dropCache() {
            cache = Optional.of(new NumberChange(Optional.empty()));
            return this;
        }

        Operation operation() {
            AlterSequence alter = new AlterSequence(name, increment, restart, minValue, maxValue, cycle, cache, start);
            if (alter.isEmpty()) {
                throw new RefusedException(
                        "alterSequence(\"" + name + "\") changes nothing",
                        "say what changes, such as .incrementBy(50), or leave the call out");
            }
            return alter;
        }
    }
}
