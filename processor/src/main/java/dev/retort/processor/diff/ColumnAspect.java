package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns that only one side has, or that are written so differently that the database sees two. */
final class ColumnAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        for (TablePair table : comparison.tables()) {
            for (Column modelled : table.model().columns()) {
                missing(comparison, table, modelled).ifPresent(differences::add);
            }
            for (Column column : table.head().columns()) {
                surplus(comparison, table, column).ifPresent(differences::add);
            }
        }
        return differences;
    }

    /** First what uses the column, so that it applies as it stands. */
    private static List<Operation> removal(Comparison comparison, TablePair table, Column column) {
        List<Operation> operations = new ArrayList<>();
        for (Table other : comparison.head().tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                boolean isOwn =
                        other.name().key().equals(table.name().key()) && Names.contains(key.columns(), column.name());
                boolean refers =
                        key.table().key().equals(table.name().key()) && Names.contains(key.referenced(), column.name());
                if (isOwn || refers) {
                    operations.add(new Operation.DropConstraint(
                            other.name(), key.name().orElseThrow()));
                }
            }
        }
        for (Constraint constraint : table.head().constraints()) {
            boolean uses = constraint instanceof Check check
                    ? Names.mentions(check.condition(), column.name())
                    : Names.contains(constraint.columns(), column.name());
            if (uses && !(constraint instanceof ForeignKey)) {
                operations.add(new Operation.DropConstraint(
                        table.name(), constraint.name().orElseThrow()));
            }
        }
        for (Index index : table.head().indexes()) {
            if (index.mentions(column.name())) {
                operations.add(
                        new Operation.DropIndex(table.name(), index.name().orElseThrow()));
            }
        }
        operations.add(new Operation.DropColumn(table.name(), column.name()));
        return operations;
    }

    private static Optional<Difference> missing(Comparison comparison, TablePair table, Column modelled) {
        String mappedBy = comparison.mappedBy(
                comparison.model().origins().column(table.model().name(), modelled.name()));
        Optional<Column> column = table.head().column(modelled.name());
        if (column.isEmpty()) {
            Column added = comparison.portable(table.model().name(), modelled);
            Difference difference = Difference.drift(
                    FindingId.ColumnDrift,
                    "table " + table.name() + " has no column " + modelled.name() + mappedBy,
                    comparison.atColumn(table.model().name(), modelled),
                    List.of(new Operation.AddColumn(table.name(), added)));
            difference = new RenameCandidates(comparison).adviseNew(difference, table, modelled);
            return Optional.of(
                    modelled.nullable() || modelled.defaultValue().isPresent()
                            ? difference
                            : difference.advise(
                                    "rows that are there need a value: add .defaultValue(…), or fill the column"
                                            + " before .notNull()"));
        }
        if (comparison.sameStored(column.get().name(), modelled.name())) {
            return Optional.empty();
        }
        return Optional.of(Difference.drift(
                FindingId.ColumnDrift,
                "column " + table.name() + "." + modelled.name() + mappedBy + ", is "
                        + column.get().name() + " in the migrations, another name to the database",
                comparison.atColumn(table.model().name(), modelled),
                List.of(new Operation.RenameColumn(table.name(), column.get().name(), modelled.name()))));
    }

    private static Optional<Difference> surplus(Comparison comparison, TablePair table, Column column) {
        if (table.model().column(column.name()).isPresent()) {
            return Optional.empty();
        }
        boolean insertsFail = !column.nullable() && column.defaultValue().isEmpty() && !column.identity();
        boolean onPurpose = comparison.unmapped().names(table.name(), column.name());
        if (onPurpose && !insertsFail) {
            return Optional.empty();
        }
        Difference difference = Difference.drift(
                FindingId.ColumnDrift,
                "no property maps column " + table.name() + "." + column.name()
                        + (insertsFail ? ", which is not null without default: inserts fail" : ""),
                comparison.provenance().column(table.name(), column.name()).orElse(comparison.fallback()),
                removal(comparison, table, column));
        difference = new RenameCandidates(comparison).adviseGone(difference, table, column);
        return Optional.of(
                onPurpose
                        ? difference.advise("or make it nullable, or give it a default")
                        : difference.advise("or say that it is there on purpose: @MigrationEnvironment(unmapped = \""
                                + table.name() + "." + column.name() + "\")"));
    }
}
