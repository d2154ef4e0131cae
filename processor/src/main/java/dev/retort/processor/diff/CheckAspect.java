package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.ConstraintNames;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks, compared as declared text. Those that an enumeration type stands for are compared with the type. */
final class CheckAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        for (TablePair table : comparison.tables()) {
            Set<String> taken = names(comparison);
            List<Check> unmatched = new ArrayList<>(table.head().checks());
            for (Check wanted : table.model().checks()) {
                if (standsForType(comparison, table, wanted)) {
                    continue;
                }
                Optional<Check> match = unmatched.stream()
                        .filter(check -> SqlText.same(check.condition(), wanted.condition()))
                        .filter(check -> wanted.name().isEmpty()
                                || comparison.sameStored(
                                        check.name().orElseThrow(),
                                        wanted.name().get()))
                        .findFirst();
                if (match.isPresent()) {
                    unmatched.remove(match.get());
                } else {
                    Optional<Check> other = unmatched.stream()
                            .filter(check -> SqlText.same(check.condition(), wanted.condition())
                                    || (wanted.name().isPresent()
                                            && check.name()
                                                    .filter(name -> comparison.sameStored(
                                                            name, wanted.name().get()))
                                                    .isPresent()))
                            .findFirst();
                    other.ifPresent(unmatched::remove);
                    differences.add(missing(comparison, table, wanted, other, taken));
                }
            }
            for (Check check : unmatched) {
                if (!check.databaseOnly() && !follows(table, check)) {
                    differences.add(Difference.surplus(
                            FindingId.CheckDrift,
                            "the model does not declare " + check.describe() + " of table " + table.name(),
                            comparison
                                    .provenance()
                                    .part(table.name(), check.name())
                                    .orElse(comparison.fallback()),
                            List.of(new Operation.DropConstraint(
                                    table.name(), check.name().orElseThrow()))));
                }
            }
        }
        return differences;
    }

    /** With a column that no property maps, its check goes too: that is said of the column. */
    private static boolean follows(TablePair table, Check check) {
        return table.head().columns().stream()
                .anyMatch(column -> table.model().column(column.name()).isEmpty()
                        && Names.mentions(check.condition(), column.name()));
    }

    /** The check of a column that is an enumeration in the migrations; if its words differ, its type does. */
    private static boolean standsForType(Comparison comparison, TablePair table, Check wanted) {
        for (Column modelled : table.model().columns()) {
            Optional<Column> declared = table.head().column(modelled.name());
            // Of a column that is missing, the cure is an enumeration, which brings its check.
            if (declared.filter(column -> column.type().kind() != DataType.Kind.ENUMERATION)
                    .isPresent()) {
                continue;
            }
            DataType portable = comparison.model().portableType(table.model().name(), modelled);
            boolean isModels = comparison
                    .dialect()
                    .typeCondition(modelled.name(), portable)
                    .filter(condition -> SqlText.same(condition, wanted.condition()))
                    .isPresent();
            boolean isMigrations = declared.flatMap(
                            column -> comparison.dialect().typeCondition(column.name(), column.type()))
                    .filter(condition -> SqlText.same(condition, wanted.condition()))
                    .isPresent();
            if (isModels || isMigrations) {
                return true;
            }
        }
        return false;
    }

    /** The names that a new constraint cannot have. */
    private static Set<String> names(Comparison comparison) {
        return comparison.head().tables().stream()
                .flatMap(table -> Stream.concat(
                        table.constraints().stream().flatMap(constraint -> constraint.name().stream()),
                        table.indexes().stream().flatMap(index -> index.name().stream())))
                .map(Name::key)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Name free(Name table, Set<String> taken) {
        int number = 1;
        while (!taken.add(ConstraintNames.check(table, number).key())) {
            number++;
        }
        return ConstraintNames.check(table, number);
    }

    private static Difference missing(
            Comparison comparison, TablePair table, Check wanted, Optional<Check> other, Set<String> taken) {
        List<Operation> cure = new ArrayList<>();
        other.flatMap(Check::name).ifPresent(name -> cure.add(new Operation.DropConstraint(table.name(), name)));
        Name name = wanted.name().orElseGet(() -> free(table.name().name(), taken));
        cure.add(new Operation.AddConstraint(table.name(), new Check(Optional.of(name), wanted.condition(), false)));
        return Difference.drift(
                FindingId.CheckDrift,
                other.map(check -> "check " + check.name().map(Name::toString).orElse("") + " (" + check.condition()
                                + ") of table " + table.name() + " is " + name + " (" + wanted.condition()
                                + ") in the model")
                        .orElseGet(() -> "table " + table.name() + " has no " + wanted.describe()
                                + comparison.mappedBy(comparison
                                        .model()
                                        .origins()
                                        .constraint(table.model().name(), wanted))),
                comparison.at(table.model().name(), wanted),
                cure);
    }
}
