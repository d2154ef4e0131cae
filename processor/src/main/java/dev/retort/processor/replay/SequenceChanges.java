package dev.retort.processor.replay;

import dev.retort.processor.operation.SequenceOperation;
import dev.retort.processor.operation.SequenceOperation.AlterSequence;
import dev.retort.processor.operation.SequenceOperation.RenameSequence;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;

/** Altering and renaming sequences. */
final class SequenceChanges {

    private SequenceChanges() {}

    static Schema apply(Schema schema, SequenceOperation operation) {
        Sequence sequence = SchemaChange.sequence(schema, operation.sequence());
        if (operation instanceof RenameSequence rename) {
            QualifiedName newName = sequence.name().renamed(rename.newName());
            if (!newName.key().equals(sequence.name().key())) {
                SchemaChange.freeName(schema, newName);
            }
            return schema.without(sequence).with(sequence.renamed(newName));
        }
        AlterSequence alter = (AlterSequence) operation;
        Sequence altered = alter.apply(sequence);
        check(altered);
        alter.restart().ifPresent(value -> within(altered, value, "begins again with ", "restartWith(…)"));
        return schema.with(altered);
    }

    static void check(Sequence sequence) {
        if (sequence.minValue().isPresent()
                && sequence.maxValue().isPresent()
                && sequence.minValue().get() > sequence.maxValue().get()) {
            throw new InvalidOperationException(
                    "sequence " + sequence.name() + " has no value between "
                            + sequence.minValue().get() + " and "
                            + sequence.maxValue().get(),
                    "give minValue(…) the lower number and maxValue(…) the higher");
        }
        within(sequence, sequence.start(), "starts with ", "startWith(…)");
    }

    private static void within(Sequence sequence, long value, String what, String method) {
        if (sequence.minValue().filter(min -> value < min).isPresent()) {
            throw new InvalidOperationException(
                    "sequence " + sequence.name() + " " + what + value + ", below its lowest value "
                            + sequence.minValue().get(),
                    "give " + method + " a number within the bounds, or lower minValue(…)");
        }
        if (sequence.maxValue().filter(max -> value > max).isPresent()) {
            throw new InvalidOperationException(
                    "sequence " + sequence.name() + " " + what + value + ", above its highest value "
                            + sequence.maxValue().get(),
                    "give " + method + " a number within the bounds, or raise maxValue(…)");
        }
    }
}
