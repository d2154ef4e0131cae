package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.plain;
import static dev.retort.processor.diff.mutants.Original.where;

import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.PartOperation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Table;
import java.util.List;

/** Changes to a check of the migrations. */
record CheckMutants(Original original, Table table, Check check, Location place) {

    CheckMutants(Original original, Table table, Check check) {
        this(
                original,
                table,
                check,
                original.ofOrigin(original.model()
                        .origins()
                        .constraint(
                                table.name(),
                                original.modelled(table).checks().stream()
                                        .filter(modelled -> modelled.condition().equals(check.condition()))
                                        .findFirst()
                                        .orElseThrow())));
    }

    void make() {
        change("drop a check", List.of(Users.drop(table, check)), place);
        boolean isNamed = original.isNamedByModel(table, check.name());
        change(
                isNamed ? "rename a check" : "rename a check that nobody named",
                List.of(new PartOperation.RenameConstraint(
                        table.name(), check.name().orElseThrow(), plain("ck_renamed_away"))),
                where(isNamed, place));
        replace("widen a check", check.condition() + " or 1 = 1", place);
        replace("write a check differently", Original.written(check.condition()));
    }

    private void replace(String kind, String condition, Location... places) {
        change(
                kind,
                List.of(
                        Users.drop(table, check),
                        new Operation.AddConstraint(table.name(), new Check(check.name(), condition, false))),
                places);
    }

    private void change(String kind, List<Operation> change, Location... places) {
        original.migrations(kind, table.name() + " " + check.describe(), change, places);
    }
}
