package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.UnsupportedTypeException;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One type for all dialects where one of theirs will do: a migration has only one. A string of ten million characters
 * is a {@code clob} to H2, but {@code varchar(10000000)} is that on H2 and what SQLite wants as well.
 */
final class CommonTypes {

    private CommonTypes() {}

    private record Place(Table table, Column column) {}

    static Map<DatabaseDialect, Model> in(Map<DatabaseDialect, Model> models) {
        Map<DatabaseDialect, Map<Origins.ColumnKey, Place>> places = new LinkedHashMap<>();
        models.forEach((dialect, model) -> places.put(dialect, places(model)));
        Map<Origins.ColumnKey, DataType> common = new LinkedHashMap<>();
        for (Model candidates : models.values()) {
            candidates.portableTypes().forEach((column, type) -> {
                if (!common.containsKey(column)
                        && places.entrySet().stream()
                                .allMatch(each ->
                                        fits(each.getKey(), each.getValue().get(column), type))) {
                    common.put(column, type);
                }
            });
        }
        Map<DatabaseDialect, Model> unified = new LinkedHashMap<>();
        models.forEach((dialect, model) -> {
            Map<Origins.ColumnKey, DataType> types = new LinkedHashMap<>(model.portableTypes());
            types.replaceAll((column, own) -> common.getOrDefault(column, own));
            unified.put(dialect, model.withPortableTypes(types));
        });
        return unified;
    }

    private static Map<Origins.ColumnKey, Place> places(Model model) {
        Map<Origins.ColumnKey, Place> places = new HashMap<>();
        for (Table table : model.schema().tables()) {
            for (Column column : table.columns()) {
                places.put(Origins.ColumnKey.of(table.name(), column.name()), new Place(table, column));
            }
        }
        return places;
    }

    /** Where only some dialects have the column, the others do not mind. */
    private static boolean fits(DatabaseDialect dialect, @Nullable Place place, DataType type) {
        return place == null || isWritten(dialect, place.table(), place.column(), type);
    }

    private static boolean isWritten(DatabaseDialect dialect, Table table, Column column, DataType type) {
        try {
            return dialect.typeName(type).equals(column.type().texts().get(0))
                    && dialect.typeCondition(column.name(), type)
                            .map(condition -> table.checks().stream()
                                    .anyMatch(check -> check.condition().equals(condition)))
                            .orElse(true);
        } catch (UnsupportedTypeException none) {
            return false;
        }
    }
}
