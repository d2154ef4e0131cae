package dev.retort.processor.write;

import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** Which columns tell rows apart. */
final class Keys {

    private Keys() {}

    /** Whether these columns are the primary key, a unique key or a unique index. */
    static boolean areKey(Table table, List<Name> columns) {
        List<String> wanted = sorted(columns);
        return Stream.of(
                        table.primaryKey().stream().map(key -> key.columns()),
                        table.uniqueKeys().stream().map(key -> key.columns()),
                        table.indexes().stream()
                                .filter(index -> index.unique() && index.isOnColumns())
                                .map(Index::columns))
                .flatMap(keys -> keys)
                .anyMatch(key -> sorted(key).equals(wanted));
    }

    private static List<String> sorted(List<Name> names) {
        return names.stream().map(Name::key).sorted().toList();
    }
}
