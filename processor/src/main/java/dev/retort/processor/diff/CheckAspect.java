package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Checks, compared as declared text. Those that an enumeration type stands for are compared with the type. */
final class CheckAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        MissingColumns missing = new MissingColumns(comparison);
        for (TablePair table : comparison.tables()) {
            Matching<Check> matching = Matching.of(
                    table.head().checks(),
                    table.model().checks().stream()
                            .filter(check -> !standsForType(comparison, table, check))
                            .sorted(Comparator.comparing(check -> check.name().isEmpty()))
                            .toList(),
                    (declared, wanted) -> SqlText.same(declared.condition(), wanted.condition())
                            && (wanted.name().isEmpty() || comparison.sameName(declared.name(), wanted.name())),
                    (declared, wanted) -> SqlText.same(declared.condition(), wanted.condition())
                            || comparison.sameName(declared.name(), wanted.name())
                            || isOnSameColumns(table, declared, wanted));
            matching.missing().stream()
                    .filter(each -> !missing.holdBack(table.model(), each.wanted()))
                    .forEach(each -> differences.add(missing(comparison, table, each)));
            matching.surplus().stream()
                    .filter(check -> !check.databaseOnly() && !follows(table, check))
                    .forEach(check -> differences.add(Surplus.of(comparison, table, FindingId.CheckDrift, check)));
        }
        return differences;
    }

    /** A check without a name is known by the columns that it is about. */
    private static boolean isOnSameColumns(TablePair table, Check declared, Check wanted) {
        List<Name> columns = columns(table, declared);
        return wanted.name().isEmpty() && !columns.isEmpty() && columns.equals(columns(table, wanted));
    }

    private static List<Name> columns(TablePair table, Check check) {
        return table.head().columns().stream()
                .map(Column::name)
                .filter(name -> Names.mentions(check.condition(), name))
                .toList();
    }

    /** With a column that no property maps, its check goes too: that is said of the column. */
    private static boolean follows(TablePair table, Check check) {
        return table.head().columns().stream()
                .anyMatch(column -> table.model().column(column.name()).isEmpty()
                        && Names.mentions(check.condition(), column.name()));
    }

    /** The check that an enumeration is, on either side: if its words differ, its type does. */
    static boolean standsForType(Comparison comparison, TablePair table, Check wanted) {
        for (Column modelled : table.model().columns()) {
            Optional<Column> declared = table.head().column(modelled.name());
            DataType portable = comparison.model().portableType(table.model().name(), modelled);
            boolean isModels = isConditionOf(comparison, modelled.name(), portable, wanted);
            boolean isMigrations = declared.filter(
                            column -> isConditionOf(comparison, column.name(), column.type(), wanted))
                    .isPresent();
            if ((isModels || isMigrations) && !isWrittenOut(table, declared, wanted)) {
                return true;
            }
        }
        return false;
    }

    /** As a check of its own, beside a column of another type. */
    private static boolean isWrittenOut(TablePair table, Optional<Column> declared, Check wanted) {
        return declared.filter(column -> column.type().kind() != DataType.Kind.ENUMERATION)
                        .isPresent()
                && table.head().checks().stream()
                        .anyMatch(check -> SqlText.same(check.condition(), wanted.condition()));
    }

    private static boolean isConditionOf(Comparison comparison, Name column, DataType type, Check wanted) {
        return comparison
                .dialect()
                .typeCondition(column, type)
                .filter(condition -> SqlText.same(condition, wanted.condition()))
                .isPresent();
    }

    private static Difference missing(Comparison comparison, TablePair table, Matching.Missing<Check> missing) {
        Check wanted = missing.wanted();
        Optional<Name> dropped = missing.near().flatMap(Check::name);
        Check added = (Check) comparison.names().named(table.name(), wanted, dropped);
        List<Operation> cure = new ArrayList<>();
        dropped.ifPresent(name -> cure.add(new Operation.DropConstraint(table.name(), name)));
        cure.add(new Operation.AddConstraint(table.name(), added));
        return Difference.drift(
                        FindingId.CheckDrift,
                        missing.near()
                                .map(check -> check.name().equals(added.name())
                                        ? "check" + name(check) + " of table " + table.name() + " is ("
                                                + check.condition() + "), but (" + added.condition()
                                                + ") in the model"
                                        : "check" + named(check) + " of table " + table.name() + " is" + named(added)
                                                + " in the model")
                                .orElseGet(() -> "table " + table.name() + " has no " + wanted.describe()
                                        + comparison.declaredBy(comparison
                                                .model()
                                                .origins()
                                                .constraint(table.model().name(), wanted))),
                        comparison.at(table.model().name(), wanted),
                        cure)
                .about(table.name())
                .declaredAt(
                        missing.near().flatMap(check -> comparison.provenance().part(table.name(), check.name())));
    }

    private static String named(Check check) {
        return name(check) + " (" + check.condition() + ")";
    }

    private static String name(Check check) {
        return check.name().map(name -> " " + name).orElse("");
    }
}
