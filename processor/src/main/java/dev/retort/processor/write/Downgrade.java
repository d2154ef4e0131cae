package dev.retort.processor.write;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.replay.Trial;
import dev.retort.processor.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations that undo an upgrade, last first. What SQL did to rows is not undone: the rows stay as they are. */
final class Downgrade {
    private final List<PlannedStep> steps = new ArrayList<>();
    private final List<Map<Operation, List<String>>> current = new ArrayList<>();

    /** One operation in one dialect; {@link #next} ends it when all dialects are told. */
    void undo(Operation operation, String dialect, Schema before) {
        boolean isKnown = Trial.apply(before, operation).isPresent();
        Optional<List<Operation>> reverse = isKnown ? operation.reverse(before) : Optional.empty();
        List<Operation> operations = reverse.orElse(List.of());
        for (int i = 0; i < operations.size(); i++) {
            if (current.size() == i) {
                current.add(new LinkedHashMap<>());
            }
            current.get(i)
                    .computeIfAbsent(operations.get(i), key -> new ArrayList<>())
                    .add(dialect);
        }
    }

    void next() {
        List<PlannedStep> undone = new ArrayList<>();
        current.forEach(position -> position.forEach(
                (operation, dialects) -> undone.add(new PlannedStep(new Step.Change(operation), dialects))));
        steps.addAll(0, undone);
        current.clear();
    }

    /** Without changes of a column that goes in the end. */
    List<PlannedStep> steps() {
        return steps.stream()
                .filter(step -> steps.stream().noneMatch(other -> isVainBefore(step, other)))
                .toList();
    }

    private static boolean isVainBefore(PlannedStep step, PlannedStep other) {
        return step.step() instanceof Step.Change change
                && change.operation() instanceof Operation.AlterColumn alter
                && other.step() instanceof Step.Change otherChange
                && otherChange.operation() instanceof Operation.DropColumn drop
                && drop.table().key().equals(alter.table().key())
                && drop.column().sameKey(alter.column())
                && other.dialects().containsAll(step.dialects());
    }
}
