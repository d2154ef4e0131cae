package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.ColumnPair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** NOT NULL on one side only. */
final class NullabilityAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        for (ColumnPair column : comparison.columns()) {
            boolean wanted = column.model().nullable();
            if (column.head().nullable() != wanted && !GenerationAspect.isMadeAnew(comparison, column)) {
                differences.add(Difference.drift(
                                FindingId.NullabilityDrift,
                                column.describe()
                                        + (wanted ? " is not null, but " : " is nullable, but ")
                                        + TypeAspect.origin(comparison, column)
                                        + (wanted ? " is nullable" : " is not null"),
                                comparison.atColumn(column.table().model().name(), column.model()),
                                List.of(new Operation.AlterColumn(
                                        column.table().name(),
                                        column.head().name(),
                                        Optional.empty(),
                                        Optional.of(wanted),
                                        Optional.empty())))
                        .about(column.table().name())
                        .declaredAt(comparison.declaredAt(column)));
            }
        }
        return differences;
    }
}
