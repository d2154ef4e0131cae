package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.ColumnPair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.DefaultChange;
import dev.retort.processor.schema.DefaultValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Defaults that the model declares. One that only the migrations have harms nobody. */
final class DefaultAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        for (ColumnPair column : comparison.columns()) {
            if (column.model().defaultValue().isEmpty() || GenerationAspect.isMadeAnew(comparison, column)) {
                continue;
            }
            String wanted = text(comparison, column.model().defaultValue().get());
            Optional<String> declared = column.physical().defaultValue().map(value -> text(comparison, value));
            if (declared.filter(value -> SqlText.same(value, wanted)).isEmpty()) {
                differences.add(Difference.drift(
                                FindingId.DefaultDrift,
                                column.describe()
                                        + declared.map(value -> " has default " + value)
                                                .orElse(" has no default")
                                        + ", but " + TypeAspect.origin(comparison, column) + " has default " + wanted,
                                comparison.atColumn(column.table().model().name(), column.model()),
                                List.of(new Operation.AlterColumn(
                                        column.table().name(),
                                        column.head().name(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(new DefaultChange(Optional.of(literal(wanted)))))))
                        .about(column.table().name())
                        .declaredAt(comparison.declaredAt(column)));
            }
        }
        return differences;
    }

    /** A string or number as such, so that each dialect writes it in its own way. */
    private static DefaultValue literal(String sql) {
        if (sql.matches("-?\\d{1,18}")) {
            return new DefaultValue.Whole(Long.parseLong(sql));
        }
        return sql.matches("'(?:[^']|'')*'")
                ? new DefaultValue.Text(sql.substring(1, sql.length() - 1).replace("''", "'"))
                : new DefaultValue.Expression(sql);
    }

    private static String text(Comparison comparison, DefaultValue value) {
        return comparison.dialect().literal(value);
    }
}
