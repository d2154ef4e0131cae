package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Unique keys. A unique index does the same work, so either side may have the one for the other. */
final class UniqueAspect implements Aspect {

    private record Unique(Optional<Name> name, List<Name> columns, boolean databaseOnly, boolean isIndex) {}

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        for (TablePair table : comparison.tables()) {
            List<Unique> unmatched = new ArrayList<>(uniques(table.head()));
            for (Unique wanted : namedFirst(uniques(table.model()))) {
                List<Unique> same = unmatched.stream()
                        .filter(unique -> comparison.sameStored(unique.columns(), wanted.columns()))
                        .toList();
                Optional<Unique> match = same.stream()
                        .filter(unique -> wanted.name().isEmpty() || sameName(comparison, unique, wanted))
                        .findFirst();
                if (match.isPresent()) {
                    unmatched.remove(match.get());
                } else {
                    same.stream().findFirst().ifPresent(unmatched::remove);
                    differences.add(
                            missing(comparison, table, wanted, same.stream().findFirst()));
                }
            }
            unmatched.stream()
                    .filter(unique -> !unique.databaseOnly() && !table.hasSurplus(unique.columns()))
                    .forEach(unique -> differences.add(surplus(comparison, table, unique)));
        }
        return differences;
    }

    /** So that none without a name takes what one with a name is looking for. */
    private static List<Unique> namedFirst(List<Unique> uniques) {
        return uniques.stream()
                .sorted(Comparator.comparing(unique -> unique.name().isEmpty()))
                .toList();
    }

    private static boolean sameName(Comparison comparison, Unique some, Unique other) {
        return some.name().isPresent()
                && other.name().isPresent()
                && comparison.sameStored(some.name().get(), other.name().get());
    }

    private static List<Unique> uniques(Table table) {
        return Stream.concat(
                        table.uniqueKeys().stream()
                                .map(key -> new Unique(key.name(), key.columns(), key.databaseOnly(), false)),
                        table.indexes().stream()
                                .filter(Index::unique)
                                .map(index -> new Unique(index.name(), index.columns(), index.databaseOnly(), true)))
                .toList();
    }

    private static Difference missing(
            Comparison comparison, TablePair table, Unique wanted, Optional<Unique> otherName) {
        List<Operation> cure = new ArrayList<>();
        otherName.ifPresent(unique -> cure.add(drop(table, unique)));
        UniqueKey key = new UniqueKey(wanted.name(), wanted.columns(), false);
        cure.add(new Operation.AddConstraint(table.name(), key));
        String columns = Names.list(wanted.columns());
        return Difference.drift(
                FindingId.UniqueDrift,
                otherName
                        .map(unique -> "unique key " + columns + " of table " + table.name() + " is named "
                                + unique.name().map(Name::toString).orElse("") + ", but "
                                + wanted.name().map(Name::toString).orElse("") + " in the model")
                        .orElseGet(() -> "table " + table.name() + " has no unique key " + columns
                                + comparison.mappedBy(comparison
                                        .model()
                                        .origins()
                                        .constraint(table.model().name(), key))),
                comparison.at(table.model().name(), key),
                cure);
    }

    private static Difference surplus(Comparison comparison, TablePair table, Unique unique) {
        Location place =
                comparison.provenance().part(table.name(), unique.name()).orElse(comparison.fallback());
        return Difference.surplus(
                FindingId.UniqueDrift,
                "the model does not declare unique key " + Names.list(unique.columns()) + " of table " + table.name(),
                place,
                List.of(drop(table, unique)));
    }

    private static Operation drop(TablePair table, Unique unique) {
        Name name = unique.name().orElseThrow();
        return unique.isIndex()
                ? new Operation.DropIndex(table.name(), name)
                : new Operation.DropConstraint(table.name(), name);
    }
}
