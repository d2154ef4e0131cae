package dev.retort.processor.diff;

import dev.retort.processor.diff.Comparison.ColumnPair;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Columns that foreign keys pair: where the type of one becomes another, so do those of the rest, without the keys. */
final class LinkedColumns {

    private record End(String table, String column) {
        static End of(QualifiedName table, Name column) {
            return new End(table.key(), column.key());
        }
    }

    private record Link(Table table, ForeignKey key, End own, End referred) {}

    private LinkedColumns() {}

    /** The cure of a type; the same for each column of those that have to change together. */
    static List<Operation> typeChange(Comparison comparison, ColumnPair column) {
        List<Link> links = links(comparison);
        End start = End.of(column.table().name(), column.head().name());
        boolean isLinked = links.stream()
                .anyMatch(link -> link.own().equals(start) || link.referred().equals(start));
        if (!isLinked || isOfOneKind(column.head().type(), wanted(comparison, column))) {
            return List.of(alter(comparison, column));
        }
        Map<End, ColumnPair> pairs = new LinkedHashMap<>();
        comparison
                .columns()
                .forEach(pair ->
                        pairs.put(End.of(pair.table().name(), pair.head().name()), pair));
        List<End> reached = reached(links, start);
        List<Link> cut = links.stream()
                .filter(link -> reached.contains(link.own()) || reached.contains(link.referred()))
                .toList();
        List<Operation> operations = new ArrayList<>();
        cut.forEach(link -> operations.add(new Operation.DropConstraint(
                link.table().name(), link.key().name().orElseThrow())));
        pairs.forEach((end, pair) -> {
            if (reached.contains(end) && !TypeAspect.sameType(comparison, pair)) {
                operations.add(alter(comparison, pair));
            }
        });
        cut.stream()
                .filter(link -> isOfOneKind(
                        typeAfter(comparison, pairs, link.own()), typeAfter(comparison, pairs, link.referred())))
                .forEach(link ->
                        operations.add(new Operation.AddConstraint(link.table().name(), link.key())));
        return operations.stream().distinct().toList();
    }

    private static List<Link> links(Comparison comparison) {
        List<Link> links = new ArrayList<>();
        for (Table table : comparison.head().tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                for (int i = 0; i < key.columns().size(); i++) {
                    links.add(new Link(
                            table,
                            key,
                            End.of(table.name(), key.columns().get(i)),
                            End.of(key.table(), key.referenced().get(i))));
                }
            }
        }
        return links;
    }

    private static List<End> reached(List<Link> links, End start) {
        List<End> reached = new ArrayList<>();
        Deque<End> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            End end = open.pop();
            if (!reached.contains(end)) {
                reached.add(end);
                links.forEach(link -> {
                    if (link.own().equals(end)) {
                        open.add(link.referred());
                    } else if (link.referred().equals(end)) {
                        open.add(link.own());
                    }
                });
            }
        }
        reached.sort(java.util.Comparator.comparing(End::table).thenComparing(End::column));
        return reached;
    }

    private static Operation alter(Comparison comparison, ColumnPair column) {
        return new Operation.AlterColumn(
                column.table().name(),
                column.head().name(),
                Optional.of(wanted(comparison, column)),
                Optional.empty(),
                Optional.empty());
    }

    private static DataType wanted(Comparison comparison, ColumnPair column) {
        return comparison.model().portableType(column.table().model().name(), column.model());
    }

    private static Optional<DataType> typeAfter(Comparison comparison, Map<End, ColumnPair> pairs, End end) {
        return Optional.ofNullable(pairs.get(end))
                .map(pair -> TypeAspect.sameType(comparison, pair) ? pair.head().type() : wanted(comparison, pair))
                .or(() -> comparison.head().tables().stream()
                        .filter(table -> table.name().key().equals(end.table()))
                        .flatMap(table -> table.columns().stream())
                        .filter(column -> column.name().key().equals(end.column()))
                        .map(column -> column.type())
                        .findFirst());
    }

    private static boolean isOfOneKind(Optional<DataType> some, Optional<DataType> other) {
        return some.isPresent() && other.isPresent() && isOfOneKind(some.get(), other.get());
    }

    private static boolean isOfOneKind(DataType some, DataType other) {
        return some.kind() == other.kind()
                || some.kind() == DataType.Kind.NATIVE
                || other.kind() == DataType.Kind.NATIVE;
    }
}
