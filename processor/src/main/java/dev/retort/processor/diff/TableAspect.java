package dev.retort.processor.diff;

import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tables that only one side has, or that are written so differently that the database sees two. */
final class TableAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        for (Table modelled : comparison.model().schema().tables()) {
            Optional<Table> table = comparison.head().table(modelled.name());
            if (table.isEmpty()) {
                differences.add(Difference.drift(
                        FindingId.TableDrift,
                        "there is no table " + modelled.name()
                                + comparison.mappedBy(
                                        comparison.model().origins().table(modelled.name())),
                        comparison.atTable(modelled),
                        creation(comparison, modelled)));
            } else if (!comparison
                    .dialect()
                    .stored(table.get().name())
                    .equals(comparison.dialect().stored(modelled.name()))) {
                differences.add(Difference.drift(
                        FindingId.TableDrift,
                        "table " + modelled.name()
                                + comparison.mappedBy(
                                        comparison.model().origins().table(modelled.name()))
                                + ", is " + table.get().name() + " in the migrations, another name to the database",
                        comparison.atTable(modelled),
                        List.of(new Operation.RenameTable(
                                table.get().name(), modelled.name().name()))));
            }
        }
        for (Table table : comparison.head().tables()) {
            if (comparison.model().schema().table(table.name()).isEmpty()
                    && !comparison.unmapped().names(table.name())) {
                differences.add(Difference.drift(
                                FindingId.TableDrift,
                                "no entity maps table " + table.name(),
                                comparison.provenance().table(table.name()).orElse(comparison.fallback()),
                                List.of(new Operation.DropTable(table.name())))
                        .advise("or say that it is there on purpose: @MigrationEnvironment(unmapped = \"" + table.name()
                                + "\")"));
            }
        }
        return differences;
    }

    private static List<Operation> creation(Comparison comparison, Table modelled) {
        List<Name> key = modelled.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        List<Column> columns = modelled.columns().stream()
                .map(column -> comparison.portable(modelled.name(), column))
                .sorted(Comparator.comparing(column -> !Names.contains(key, column.name())))
                .toList();
        List<Check> checks = modelled.checks().stream()
                .filter(check -> columns.stream()
                        .filter(column -> column.type().kind() == DataType.Kind.ENUMERATION)
                        .noneMatch(column -> comparison
                                .dialect()
                                .typeCondition(column.name(), column.type())
                                .filter(condition -> SqlText.same(condition, check.condition()))
                                .isPresent()))
                .toList();
        List<Operation> operations = new ArrayList<>();
        operations.add(new Operation.CreateTable(
                modelled.withColumns(columns).withChecks(checks).withIndexes(List.of())));
        modelled.indexes().forEach(index -> operations.add(new Operation.CreateIndex(modelled.name(), index)));
        return operations;
    }
}
