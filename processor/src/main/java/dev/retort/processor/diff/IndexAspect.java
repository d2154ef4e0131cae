package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Indexes that are not unique; those that are, are unique keys. */
final class IndexAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        MissingColumns missing = new MissingColumns(comparison);
        for (TablePair table : comparison.tables()) {
            Matching<Index> matching = matching(comparison, table);
            matching.missing().stream()
                    .filter(each -> !missing.holdBack(table.model(), each.wanted()))
                    .forEach(each -> differences.add(missing(comparison, table, each)));
            matching.surplus().stream()
                    .filter(index -> !index.databaseOnly() && !table.usesSurplus(index.parts()))
                    .forEach(index -> differences.add(surplus(comparison, table, index)));
        }
        return differences;
    }

    private static Matching<Index> matching(Comparison comparison, TablePair table) {
        return Matching.of(
                plain(table.head()),
                namedFirst(plain(table.model())),
                (declared, wanted) -> declared.where().isEmpty()
                        && sameParts(declared.parts(), wanted.parts())
                        && (wanted.name().isEmpty() || comparison.sameName(declared.name(), wanted.name())),
                (declared, wanted) -> (!isOfSomeRowsOnPurpose(declared) && isNear(declared.parts(), wanted.parts()))
                        || comparison.sameName(declared.name(), wanted.name()));
    }

    /** What the model does not ask for, and nobody wants to lose for what it does ask for. */
    static boolean isOfSomeRowsOnPurpose(Index index) {
        return index.where().isPresent() && index.databaseOnly();
    }

    /** Columns by name, in whichever letter case, expressions as text; which way each part runs counts. */
    static boolean sameParts(List<IndexPart> some, List<IndexPart> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> samePart(some.get(i), others.get(i)));
    }

    /** Equal but for the name, or the same columns in another order. */
    static boolean isNear(List<IndexPart> some, List<IndexPart> others) {
        return sameParts(some, others) || sameColumns(some, others);
    }

    private static boolean sameColumns(List<IndexPart> some, List<IndexPart> others) {
        return columns(some).equals(columns(others))
                && Stream.concat(some.stream(), others.stream())
                        .allMatch(part -> part.column().isPresent());
    }

    private static List<String> columns(List<IndexPart> parts) {
        return parts.stream()
                .flatMap(part -> part.column().stream())
                .map(Name::key)
                .sorted()
                .toList();
    }

    private static boolean samePart(IndexPart some, IndexPart other) {
        return some.descending() == other.descending()
                && some.column().isPresent() == other.column().isPresent()
                && some.column()
                        .map(name -> name.sameKey(other.column().orElseThrow()))
                        .orElseGet(() -> SqlText.same(some.expression(), other.expression()));
    }

    /** So that none without a name takes what one with a name is looking for. */
    private static List<Index> namedFirst(List<Index> indexes) {
        return indexes.stream()
                .sorted(Comparator.comparing(index -> index.name().isEmpty()))
                .toList();
    }

    /** Of the index that nothing of the model stands for, where it has the name of a key that is to come. */
    static List<Operation> removalOf(Comparison comparison, TablePair table, Name name) {
        return matching(comparison, table).surplus().stream()
                .filter(index -> index.hasName(name))
                .<Operation>map(index -> new Operation.DropIndex(table.name(), name))
                .toList();
    }

    private static List<Index> plain(Table table) {
        return table.indexes().stream().filter(index -> !index.unique()).toList();
    }

    private static Difference missing(Comparison comparison, TablePair table, Matching.Missing<Index> missing) {
        Index wanted = missing.wanted();
        Optional<Name> dropped = missing.near().flatMap(Index::name);
        List<Operation> cure = new ArrayList<>();
        dropped.ifPresent(name -> cure.add(new Operation.DropIndex(table.name(), name)));
        wanted.name().ifPresent(name -> cure.addAll(UniqueAspect.removalOf(comparison, table, name)));
        cure.add(new Operation.CreateIndex(table.name(), comparison.names().named(table.name(), wanted, dropped)));
        return Difference.drift(
                        FindingId.IndexDrift,
                        missing.near()
                                .map(index -> different(table, index, wanted))
                                .orElseGet(() -> "table " + table.name() + " has no " + wanted.describe()
                                        + ", declared by the model"),
                        comparison.at(table.model().name(), wanted),
                        cure)
                .about(table.name())
                .declaredAt(
                        missing.near().flatMap(index -> comparison.provenance().part(table.name(), index.name())));
    }

    private static String different(TablePair table, Index index, Index wanted) {
        String name = wanted.name().map(Name::toString).orElse("");
        if (index.where().isPresent() && sameParts(index.parts(), wanted.parts())) {
            return index.describe() + " of table " + table.name() + " is of some rows only, but of all in the model";
        }
        return sameParts(index.parts(), wanted.parts())
                ? wanted.describe() + " of table " + table.name() + " is named "
                        + index.name().map(Name::toString).orElse("") + ", but " + name + " in the model"
                : index.describe() + " of table " + table.name() + " is " + wanted.describe() + " in the model";
    }

    private static Difference surplus(Comparison comparison, TablePair table, Index index) {
        return Difference.surplus(
                        FindingId.IndexDrift,
                        "the model does not declare " + index.describe() + " of table " + table.name(),
                        comparison.provenance().part(table.name(), index.name()).orElse(comparison.fallback()),
                        List.of(new Operation.DropIndex(
                                table.name(), index.name().orElseThrow())))
                .about(table.name());
    }
}
