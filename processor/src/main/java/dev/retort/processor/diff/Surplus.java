package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Constraint;
import java.util.List;

/** A constraint that only the migrations have. */
final class Surplus {

    private Surplus() {}

    static Difference of(Comparison comparison, TablePair table, FindingId id, Constraint constraint) {
        return Difference.surplus(
                        id,
                        "the model does not declare " + constraint.describe() + " of table " + table.name(),
                        comparison
                                .provenance()
                                .part(table.name(), constraint.name())
                                .orElse(comparison.fallback()),
                        List.of(new Operation.DropConstraint(
                                table.name(), constraint.name().orElseThrow())))
                .about(table.name());
    }
}
