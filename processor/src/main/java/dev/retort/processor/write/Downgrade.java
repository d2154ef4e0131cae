package dev.retort.processor.write;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.diff.Renames;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AddColumn;
import dev.retort.processor.operation.Operation.AddConstraint;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.Operation.CreateIndex;
import dev.retort.processor.operation.Operation.RenameColumn;
import dev.retort.processor.operation.Operation.RenameTable;
import dev.retort.processor.replay.Trial;
import dev.retort.processor.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The operations that undo an upgrade, last first, with the same care for rows as on the way up. What SQL did to rows is
 * not undone: the rows stay as they are.
 */
final class Downgrade {
    private final List<List<Done>> done = new ArrayList<>(List.of(new ArrayList<>()));

    private record Done(Operation operation, DatabaseDialect dialect, Schema before, Schema after) {}

    /** One operation in one dialect; {@link #next} ends it when all dialects are told. */
    void undo(Operation operation, DatabaseDialect dialect, Schema before, Schema after) {
        done.get(0).add(new Done(operation, dialect, before, after));
    }

    void next() {
        done.add(0, new ArrayList<>());
    }

    /**
     * Without changes of a column that goes in the end.
     *
     * @param upgraded what a database has when it is taken back
     * @param target what it has again then, but for renames
     */
    List<PlannedStep> steps(Map<DatabaseDialect, Schema> upgraded, Map<DatabaseDialect, Schema> target) {
        List<PlannedStep> steps = new ArrayList<>();
        Map<DatabaseDialect, Schema> rows = new HashMap<>(upgraded);
        for (List<Done> alike : done) {
            List<Map<Step, List<String>>> positions = new ArrayList<>();
            Map<Step, Step> firsts = new HashMap<>();
            for (Done each : alike) {
                List<Step> undone = undone(
                        each,
                        rows.getOrDefault(each.dialect(), Schema.empty()),
                        target.getOrDefault(each.dialect(), Schema.empty()));
                for (int i = 0; i < undone.size(); i++) {
                    if (positions.size() == i) {
                        positions.add(new LinkedHashMap<>());
                    }
                    positions
                            .get(i)
                            .computeIfAbsent(first(undone.get(i), firsts), step -> new ArrayList<>())
                            .add(each.dialect().toString());
                }
            }
            alike.forEach(
                    each -> rows.computeIfPresent(each.dialect(), (dialect, schema) -> renamedBack(each, schema)));
            positions.forEach(
                    position -> position.forEach((step, dialects) -> steps.add(new PlannedStep(step, dialects))));
        }
        List<PlannedStep> useful = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            PlannedStep step = steps.get(i);
            if (steps.subList(i + 1, steps.size()).stream().noneMatch(other -> isVainBefore(step, other))) {
                useful.add(step);
            }
        }
        return useful;
    }

    /** What rows are known to satisfy, they satisfy under the names from before too. */
    private static Schema renamedBack(Done each, Schema rows) {
        Schema renamed = rows;
        for (Operation operation : each.operation().reverse(each.before()).orElse(List.of())) {
            if (operation instanceof RenameTable) {
                renamed = Trial.apply(renamed, operation).orElse(renamed);
            } else if (operation instanceof RenameColumn column) {
                List<Operation> all = renamed.table(column.table())
                        .map(table -> Renames.ofColumn(each.dialect(), table, column.column(), column.newName()))
                        .orElse(List.of());
                for (Operation part : all) {
                    renamed = Trial.apply(renamed, part).orElse(renamed);
                }
            }
        }
        return renamed;
    }

    /** The first step that did the same stands for it. */
    private static Step first(Step step, Map<Step, Step> firsts) {
        return firsts.computeIfAbsent(step.key(), key -> step);
    }

    private static List<Step> undone(Done each, Schema withRows, Schema target) {
        List<Step> steps = new ArrayList<>();
        Schema schema = each.after();
        for (Operation operation : each.operation().reverse(each.before()).orElse(List.of())) {
            RowsSurvive rows = new RowsSurvive(each.dialect(), schema, withRows, target);
            placed(operation, rows).forEach(placed -> steps.add(placed.step()));
            schema = Trial.apply(schema, operation).orElse(schema);
        }
        return steps;
    }

    private static List<Placed> placed(Operation operation, RowsSurvive rows) {
        if (operation instanceof AddColumn add) {
            return rows.add(add);
        } else if (operation instanceof AlterColumn alter) {
            return rows.alter(alter);
        } else if (operation instanceof AddConstraint add) {
            return rows.add(add);
        } else if (operation instanceof CreateIndex create) {
            return rows.create(create);
        }
        return List.of(Placed.at(Phase.FILL, operation));
    }

    private static boolean isVainBefore(PlannedStep step, PlannedStep other) {
        return other.step() instanceof Step.Change change
                && change.operation() instanceof Operation.DropColumn drop
                && changes(step.step(), drop)
                && other.dialects().containsAll(step.dialects());
    }

    private static boolean changes(Step step, Operation.DropColumn drop) {
        if (step instanceof Step.Choice choice) {
            return choice.place()
                    .filter(place -> place.isOf(drop.table(), drop.column()))
                    .isPresent();
        }
        return step instanceof Step.Change change
                && change.operation() instanceof AlterColumn alter
                && new Step.Place(alter.table(), alter.column()).isOf(drop.table(), drop.column());
    }
}
