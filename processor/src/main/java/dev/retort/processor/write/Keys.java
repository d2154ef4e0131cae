package dev.retort.processor.write;

import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** Which columns tell rows apart. */
final class Keys {

    private Keys() {}

    /** Whether these columns are the primary key, a unique key or a unique index. */
    static boolean areKey(Table table, List<Name> columns) {
        List<String> wanted = sorted(columns);
        return Stream.concat(table.primaryKey().stream().map(key -> key.columns()), uniques(table))
                .anyMatch(key -> sorted(key).equals(wanted));
    }

    /** The columns of unique keys and unique indexes. */
    static Stream<List<Name>> uniques(Table table) {
        return Stream.concat(
                table.uniqueKeys().stream().map(key -> key.columns()),
                table.indexes().stream()
                        .filter(index -> index.unique() && index.isOnColumns())
                        .map(Index::columns));
    }

    /**
     * Whether rows differ in these columns, as a key is among them.
     *
     * @param nullsDiffer whether rows with a null in a key are equal to none, whatever is in its other columns
     */
    static boolean tellApart(Table table, List<Name> columns, boolean nullsDiffer) {
        return areKey(table, columns)
                || Stream.concat(
                                table.primaryKey().stream().map(key -> key.columns()),
                                uniques(table).filter(key -> nullsDiffer || hasNoNulls(table, key)))
                        .anyMatch(key -> key.stream().allMatch(column -> Names.contains(columns, column)));
    }

    private static boolean hasNoNulls(Table table, List<Name> columns) {
        return columns.stream()
                .allMatch(column ->
                        table.column(column).filter(known -> !known.nullable()).isPresent());
    }

    private static List<String> sorted(List<Name> names) {
        return names.stream().map(Name::key).sorted().toList();
    }
}
