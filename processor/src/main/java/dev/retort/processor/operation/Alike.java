package dev.retort.processor.operation;

import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether two operations do the same. Hibernate lists the columns of a table in an order that depends on the dialect's
 * types, and that order says nothing: so one operation serves both. The order inside a key or an index does count.
 */
public final class Alike {
    private Alike() {}

    /** Equal for operations that do the same; to be compared, not applied. */
    public static Operation key(Operation operation) {
        return operation instanceof CreateTable create ? new CreateTable(sorted(create.table())) : operation;
    }

    private static Table sorted(Table table) {
        return new Table(
                table.name(),
                table.columns().stream()
                        .sorted(Comparator.comparing(
                                (Column column) -> column.name().key()))
                        .toList(),
                table.primaryKey(),
                sorted(table.foreignKeys()),
                sorted(table.uniqueKeys()),
                sorted(table.checks()),
                sorted(table.indexes()),
                table.comment(),
                sorted(table.exclusions()));
    }

    private static <T> List<T> sorted(List<T> parts) {
        List<T> sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparing(Object::toString));
        return sorted;
    }
}
