package dev.retort.processor.operation;

import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import java.util.List;
import java.util.Optional;

/** What happens to a sequence that is there. */
public sealed interface SequenceOperation extends Operation {

    QualifiedName sequence();

    /** A new number, or the database's own from now on. */
    record NumberChange(Optional<Long> value) {}

    /**
     * What is empty stays.
     *
     * @param restart the next value, which is no part of a schema
     * @param start where it would begin if it were made anew
     */
    record AlterSequence(
            QualifiedName sequence,
            Optional<Integer> increment,
            Optional<Long> restart,
            Optional<NumberChange> minValue,
            Optional<NumberChange> maxValue,
            Optional<Boolean> cycle,
            Optional<NumberChange> cache,
            Optional<Long> start)
            implements SequenceOperation {

        /** The start stays. */
        public AlterSequence(
                QualifiedName sequence,
                Optional<Integer> increment,
                Optional<Long> restart,
                Optional<NumberChange> minValue,
                Optional<NumberChange> maxValue,
                Optional<Boolean> cycle,
                Optional<NumberChange> cache) {
            this(sequence, increment, restart, minValue, maxValue, cycle, cache, Optional.empty());
        }

        /** Other steps, and nothing else. */
        public static AlterSequence increment(QualifiedName sequence, int increment) {
            return new AlterSequence(
                    sequence,
                    Optional.of(increment),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** What the start or the steps of one that is wanted have otherwise; the numbers go on. */
        public static AlterSequence to(Sequence old, Sequence wanted) {
            return new AlterSequence(
                    old.name(),
                    old.increment() == wanted.increment() ? Optional.empty() : Optional.of(wanted.increment()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    old.start() == wanted.start() ? Optional.empty() : Optional.of(wanted.start()));
        }

        /** For a database that does not record where a sequence began. */
        public AlterSequence withoutStart() {
            return new AlterSequence(sequence, increment, restart, minValue, maxValue, cycle, cache);
        }

        /** Nothing takes a new next value back: how far the numbers had come is not known. */
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            Sequence old = before.sequence(sequence).orElseThrow();
            AlterSequence reversed = new AlterSequence(
                    sequence,
                    increment.map(changed -> old.increment()),
                    Optional.empty(),
                    minValue.map(changed -> new NumberChange(old.minValue())),
                    maxValue.map(changed -> new NumberChange(old.maxValue())),
                    cycle.map(changed -> old.cycle()),
                    cache.map(changed -> new NumberChange(old.cache())),
                    start.map(changed -> old.start()));
            return Optional.of(reversed.isEmpty() ? List.of() : List.of(reversed));
        }

        public boolean isEmpty() {
            return increment.isEmpty()
                    && restart.isEmpty()
                    && minValue.isEmpty()
                    && maxValue.isEmpty()
                    && cycle.isEmpty()
                    && cache.isEmpty()
                    && start.isEmpty();
        }

        /** The sequence after this change. */
        public Sequence apply(Sequence old) {
            return new Sequence(
                    old.name(),
                    start.orElse(old.start()),
                    increment.orElse(old.increment()),
                    minValue.map(NumberChange::value).orElse(old.minValue()),
                    maxValue.map(NumberChange::value).orElse(old.maxValue()),
                    cycle.orElse(old.cycle()),
                    cache.map(NumberChange::value).orElse(old.cache()));
        }

        @Override
        public String describe() {
            return Operation.call("alterSequence", sequence);
        }
    }

    record RenameSequence(QualifiedName sequence, Name newName) implements SequenceOperation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            Name old = before.sequence(sequence).orElseThrow().name().name();
            return Optional.of(List.of(new RenameSequence(sequence.renamed(newName), old)));
        }

        @Override
        public String describe() {
            return Operation.call("renameSequence", sequence, newName);
        }
    }
}
