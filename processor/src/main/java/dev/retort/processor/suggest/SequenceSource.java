package dev.retort.processor.suggest;

import dev.retort.processor.operation.SequenceOperation;
import dev.retort.processor.operation.SequenceOperation.AlterSequence;
import dev.retort.processor.operation.SequenceOperation.NumberChange;
import dev.retort.processor.operation.SequenceOperation.RenameSequence;
import dev.retort.processor.schema.Sequence;
import java.util.Optional;

/** Operations on sequences as the statements that make them. */
final class SequenceSource {

    private SequenceSource() {}

    static String create(Sequence sequence) {
        return OperationSource.call("createSequence", sequence.name())
                + (sequence.start() == 1 ? "" : number("startWith", Optional.of(sequence.start())))
                + (sequence.increment() == 1 ? "" : ".incrementBy(" + sequence.increment() + ")")
                + number("minValue", sequence.minValue())
                + number("maxValue", sequence.maxValue())
                + (sequence.cycle() ? ".cycle()" : "")
                + number("cache", sequence.cache()) + ";";
    }

    static String of(SequenceOperation operation) {
        if (operation instanceof RenameSequence rename) {
            return OperationSource.call("renameSequence", rename.sequence(), rename.newName()) + ";";
        }
        AlterSequence alter = (AlterSequence) operation;
        return OperationSource.call("alterSequence", alter.sequence())
                + number("startWith", alter.start())
                + alter.increment().map(step -> ".incrementBy(" + step + ")").orElse("")
                + number("restartWith", alter.restart())
                + change("MinValue", alter.minValue())
                + change("MaxValue", alter.maxValue())
                + alter.cycle().map(cycle -> cycle ? ".cycle()" : ".noCycle()").orElse("")
                + change("Cache", alter.cache()) + ";";
    }

    private static String number(String method, Optional<Long> value) {
        return value.map(number -> "." + method + "(" + OperationSource.whole(number) + ")")
                .orElse("");
    }

    private static String change(String name, Optional<NumberChange> change) {
        String method = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return change.map(present ->
                        present.value().isPresent() ? number(method, present.value()) : ".drop" + name + "()")
                .orElse("");
    }
}
