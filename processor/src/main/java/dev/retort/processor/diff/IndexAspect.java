package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Indexes that are not unique; those that are, are unique keys. */
final class IndexAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        for (TablePair table : comparison.tables()) {
            List<Index> unmatched = new ArrayList<>(plain(table.head()));
            for (Index wanted : declared(table.model())) {
                List<Index> same = unmatched.stream()
                        .filter(index -> comparison.sameStored(index.columns(), wanted.columns()))
                        .toList();
                Optional<Index> match = same.stream()
                        .filter(index -> wanted.name().isEmpty()
                                || comparison.sameStored(
                                        index.name().orElseThrow(),
                                        wanted.name().get()))
                        .findFirst();
                if (match.isPresent()) {
                    unmatched.remove(match.get());
                } else {
                    same.stream().findFirst().ifPresent(unmatched::remove);
                    differences.add(
                            missing(comparison, table, wanted, same.stream().findFirst()));
                }
            }
            for (Index index : unmatched) {
                if (!index.databaseOnly() && !table.hasSurplus(index.columns())) {
                    differences.add(Difference.surplus(
                            FindingId.IndexDrift,
                            "the model does not declare " + index.describe() + " of table " + table.name(),
                            comparison
                                    .provenance()
                                    .part(table.name(), index.name())
                                    .orElse(comparison.fallback()),
                            List.of(new Operation.DropIndex(
                                    table.name(), index.name().orElseThrow()))));
                }
            }
        }
        return differences;
    }

    /**
     * Those with a name first, so that none without takes what they are looking for. An index on an expression is not
     * compared: no operation makes one yet.
     */
    private static List<Index> declared(Table modelled) {
        return plain(modelled).stream()
                .filter(index -> index.columns().stream()
                        .allMatch(column -> modelled.column(column).isPresent()))
                .sorted(Comparator.comparing(index -> index.name().isEmpty()))
                .toList();
    }

    private static List<Index> plain(Table table) {
        return table.indexes().stream().filter(index -> !index.unique()).toList();
    }

    private static Difference missing(Comparison comparison, TablePair table, Index wanted, Optional<Index> otherName) {
        List<Operation> cure = new ArrayList<>();
        otherName.flatMap(Index::name).ifPresent(name -> cure.add(new Operation.DropIndex(table.name(), name)));
        cure.add(new Operation.CreateIndex(table.name(), wanted));
        return Difference.drift(
                FindingId.IndexDrift,
                otherName
                        .map(index -> "index " + Names.list(wanted.columns()) + " of table " + table.name()
                                + " is named "
                                + index.name().map(Name::toString).orElse("") + ", but "
                                + wanted.name().map(Name::toString).orElse("") + " in the model")
                        .orElseGet(() ->
                                "table " + table.name() + " has no " + wanted.describe() + ", declared by the model"),
                comparison.at(table.model().name(), wanted),
                cure);
    }
}
