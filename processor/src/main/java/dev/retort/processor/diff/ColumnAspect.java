package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns that only one side has, or that are written so differently that the database sees two. */
final class ColumnAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        MissingColumns missing = new MissingColumns(comparison);
        for (TablePair table : comparison.tables()) {
            for (Column modelled : table.model().columns()) {
                missing(comparison, missing, table, modelled).ifPresent(differences::add);
            }
            for (Column column : table.head().columns()) {
                surplus(comparison, table, column).ifPresent(differences::add);
            }
        }
        return differences;
    }

    /** Whether a column is only in the migrations, and not on purpose. */
    static boolean isSurplus(Comparison comparison, TablePair table, Column column) {
        return table.model().column(column.name()).isEmpty()
                && (!comparison.unmapped().names(table.name(), column.name()) || makesInsertsFail(column));
    }

    private static boolean makesInsertsFail(Column column) {
        return !column.nullable()
                && column.defaultValue().isEmpty()
                && !column.identity()
                && column.generatedAs().isEmpty();
    }

    private static Optional<Difference> missing(
            Comparison comparison, MissingColumns missing, TablePair table, Column modelled) {
        Optional<Column> column = table.head().column(modelled.name());
        if (column.isPresent()) {
            return otherCase(comparison, table, column.get(), modelled);
        }
        List<Operation> cure = new ArrayList<>();
        cure.add(new Operation.AddColumn(
                table.name(), comparison.portable(table.model().name(), modelled)));
        cure.addAll(missing.broughtBy(table.model(), modelled));
        Difference difference = Difference.drift(
                        FindingId.ColumnDrift,
                        "table " + table.name() + " has no column " + modelled.name()
                                + mappedBy(comparison, table, modelled),
                        comparison.atColumn(table.model().name(), modelled),
                        cure)
                .about(table.name());
        difference = new RenameCandidates(comparison).adviseNew(difference, table, modelled);
        boolean needsValue = makesInsertsFail(modelled);
        return Optional.of(
                needsValue
                        ? difference.advise("rows that are there need a value: add .defaultValue(…), or fill the column"
                                + " before .notNull()")
                        : difference);
    }

    private static Optional<Difference> otherCase(
            Comparison comparison, TablePair table, Column column, Column modelled) {
        if (comparison.sameStored(column.name(), modelled.name())) {
            return Optional.empty();
        }
        Dependents.Detached checks = Dependents.textsOn(table.head(), column.name());
        return Optional.of(Difference.drift(
                        FindingId.ColumnDrift,
                        "column " + table.name() + "." + modelled.name() + mappedBy(comparison, table, modelled) + ","
                                + Comparison.isWritten(column.name()),
                        comparison.atColumn(table.model().name(), modelled),
                        Dependents.around(
                                checks,
                                List.of(new Operation.RenameColumn(table.name(), column.name(), modelled.name()))))
                .about(table.name())
                .declaredAt(comparison.provenance().column(table.name(), column.name())));
    }

    private static String mappedBy(Comparison comparison, TablePair table, Column modelled) {
        return comparison.mappedBy(
                comparison.model().origins().column(table.model().name(), modelled.name()));
    }

    private static Optional<Difference> surplus(Comparison comparison, TablePair table, Column column) {
        if (!isSurplus(comparison, table, column)) {
            return Optional.empty();
        }
        boolean onPurpose = comparison.unmapped().names(table.name(), column.name());
        Difference difference = Difference.drift(
                        FindingId.ColumnDrift,
                        "no property maps column " + table.name() + "." + column.name()
                                + (makesInsertsFail(column) ? ", which is not null without default: inserts fail" : ""),
                        comparison.placeOf(table, column),
                        removal(comparison, table, column))
                .about(table.name());
        difference = new RenameCandidates(comparison).adviseGone(difference, table, column);
        return Optional.of(
                onPurpose
                        ? difference.advise("or make it nullable, or give it a default")
                        : difference.advise("or say that it is there on purpose: @MigrationEnvironment(unmapped = \""
                                + table.name() + "." + column.name() + "\")"));
    }

    /** First what uses the column, so that it applies as it stands; with a key's last such column comes the model's key. */
    private static List<Operation> removal(Comparison comparison, TablePair table, Column column) {
        List<Operation> operations = new ArrayList<>(Dependents.ofColumn(comparison.head(), table.head(), column.name())
                .drops());
        for (Column other : table.head().columns()) {
            if (!other.name().sameKey(column.name())
                    && isSurplus(comparison, table, other)
                    && other.generatedAs()
                            .filter(sql -> Names.mentions(sql, column.name()))
                            .isPresent()) {
                operations.addAll(removal(comparison, table, other));
            }
        }
        operations.add(new Operation.DropColumn(table.name(), column.name()));
        Optional<PrimaryKey> key = table.head().primaryKey();
        boolean isLastOfKey = key.flatMap(declared -> declared.columns().stream()
                        .filter(name -> table.head()
                                .column(name)
                                .filter(each -> isSurplus(comparison, table, each))
                                .isPresent())
                        .reduce((earlier, later) -> later))
                .filter(column.name()::sameKey)
                .isPresent();
        Optional<PrimaryKey> successor = table.model().primaryKey();
        if (isLastOfKey
                && successor.isPresent()
                && successor.get().columns().stream()
                        .allMatch(name -> table.head().column(name).isPresent())) {
            operations.add(new Operation.AddConstraint(
                    table.name(),
                    comparison.names().named(table.name(), successor.get(), key.flatMap(PrimaryKey::name))));
        }
        return operations.stream().distinct().toList();
    }
}
