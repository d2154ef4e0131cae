package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.TablePair;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Unique keys. A unique index does the same work, so either side may have the one for the other. */
final class UniqueAspect implements Aspect {

    private record Unique(
            Optional<Name> name, List<IndexPart> parts, boolean databaseOnly, boolean isIndex, Optional<String> where) {
        List<Name> columns() {
            return parts.stream().flatMap(part -> part.column().stream()).toList();
        }

        String describe() {
            return "unique key " + parts.stream().map(IndexPart::toString).collect(Collectors.joining(", ", "(", ")"))
                    + where.map(sql -> " where (" + sql + ")").orElse("");
        }
    }

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        MissingColumns missing = new MissingColumns(comparison);
        for (TablePair table : comparison.tables()) {
            Matching<Unique> matching = matching(comparison, table);
            matching.missing().stream()
                    .filter(each -> !isHeldBack(missing, table, each.wanted()))
                    .forEach(each -> differences.add(missing(comparison, table, each)));
            matching.surplus().stream()
                    .filter(unique -> !unique.databaseOnly() && !table.usesSurplus(unique.parts()))
                    .forEach(unique -> differences.add(surplus(comparison, table, unique)));
        }
        return differences;
    }

    private static Matching<Unique> matching(Comparison comparison, TablePair table) {
        return Matching.of(
                uniques(table.head()),
                namedFirst(uniques(table.model())),
                (declared, wanted) -> declared.where().isEmpty()
                        && sameParts(declared, wanted)
                        && (wanted.name().isEmpty() || comparison.sameName(declared.name(), wanted.name())),
                (declared, wanted) -> (!(declared.where().isPresent() && declared.databaseOnly())
                                && IndexAspect.isNear(declared.parts(), wanted.parts()))
                        || comparison.sameName(declared.name(), wanted.name()));
    }

    private static boolean isHeldBack(MissingColumns missing, TablePair table, Unique wanted) {
        return wanted.isIndex()
                ? missing.holdBack(table.model(), new Index(wanted.name(), wanted.parts(), true, false))
                : missing.holdBack(table.model(), key(wanted));
    }

    /** So that none without a name takes what one with a name is looking for. */
    private static List<Unique> namedFirst(List<Unique> uniques) {
        return uniques.stream()
                .sorted(Comparator.comparing(unique -> unique.name().isEmpty()))
                .toList();
    }

    private static boolean sameParts(Unique some, Unique other) {
        return IndexAspect.sameParts(some.parts(), other.parts());
    }

    private static List<Unique> uniques(Table table) {
        return Stream.concat(
                        table.uniqueKeys().stream()
                                .map(key -> new Unique(
                                        key.name(),
                                        key.columns().stream()
                                                .map(IndexPart::of)
                                                .toList(),
                                        key.databaseOnly(),
                                        false,
                                        Optional.empty())),
                        table.indexes().stream()
                                .filter(Index::unique)
                                .map(index -> new Unique(
                                        index.name(), index.parts(), index.databaseOnly(), true, index.where())))
                .toList();
    }

    private static UniqueKey key(Unique unique) {
        return new UniqueKey(unique.name(), unique.columns(), false);
    }

    private static Difference missing(Comparison comparison, TablePair table, Matching.Missing<Unique> missing) {
        Unique wanted = missing.wanted();
        List<Operation> change = new ArrayList<>();
        Optional<Unique> near = missing.near();
        Optional<Name> dropped = near.flatMap(Unique::name);
        near.ifPresent(unique -> change.add(drop(table, unique)));
        wanted.name().ifPresent(name -> change.addAll(IndexAspect.removalOf(comparison, table, name)));
        change.add(
                wanted.isIndex()
                        ? new Operation.CreateIndex(
                                table.name(),
                                comparison
                                        .names()
                                        .named(
                                                table.name(),
                                                new Index(wanted.name(), wanted.parts(), true, false),
                                                dropped))
                        : new Operation.AddConstraint(
                                table.name(), comparison.names().named(table.name(), key(wanted), dropped)));
        List<Operation> cure = near.map(unique ->
                        Dependents.around(dependents(comparison, table, unique, Optional.of(wanted.columns())), change))
                .orElse(change);
        return Difference.drift(
                        FindingId.UniqueDrift,
                        near.map(unique -> different(table, unique, wanted))
                                .orElseGet(() -> "table " + table.name() + " has no " + wanted.describe()
                                        + comparison.declaredBy(comparison
                                                .model()
                                                .origins()
                                                .constraint(table.model().name(), key(wanted)))),
                        comparison.at(table.model().name(), key(wanted)),
                        cure)
                .about(table.name())
                .declaredAt(near.flatMap(unique -> comparison.provenance().part(table.name(), unique.name())));
    }

    private static String different(TablePair table, Unique unique, Unique wanted) {
        String name = wanted.name().map(Name::toString).orElse("");
        if (unique.where().isPresent() && sameParts(unique, wanted)) {
            return unique.describe() + " of table " + table.name() + " is of some rows only, but of all in the model";
        }
        return sameParts(unique, wanted)
                ? wanted.describe() + " of table " + table.name() + " is named "
                        + unique.name().map(Name::toString).orElse("") + ", but " + name + " in the model"
                : unique.describe() + " of table " + table.name() + " is " + wanted.describe() + " in the model";
    }

    private static Difference surplus(Comparison comparison, TablePair table, Unique unique) {
        Location place =
                comparison.provenance().part(table.name(), unique.name()).orElse(comparison.fallback());
        return Difference.surplus(
                        FindingId.UniqueDrift,
                        "the model does not declare " + unique.describe() + " of table " + table.name(),
                        place,
                        removal(comparison, table, unique))
                .about(table.name());
    }

    /** Of the key that nothing of the model stands for, where it has the name of an index that is to come. */
    static List<Operation> removalOf(Comparison comparison, TablePair table, Name name) {
        return matching(comparison, table).surplus().stream()
                .filter(unique -> unique.name().filter(name::sameKey).isPresent())
                .flatMap(unique -> removal(comparison, table, unique).stream())
                .toList();
    }

    private static List<Operation> removal(Comparison comparison, TablePair table, Unique unique) {
        return Dependents.around(dependents(comparison, table, unique, Optional.empty()), List.of(drop(table, unique)));
    }

    private static Dependents.Detached dependents(
            Comparison comparison, TablePair table, Unique unique, Optional<List<Name>> successor) {
        return Dependents.ofKey(
                comparison.head(), table.head(), unique.name().orElseThrow(), unique.columns(), successor);
    }

    private static Operation drop(TablePair table, Unique unique) {
        Name name = unique.name().orElseThrow();
        return unique.isIndex()
                ? new Operation.DropIndex(table.name(), name)
                : new Operation.DropConstraint(table.name(), name);
    }
}
