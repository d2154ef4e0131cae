package dev.retort.processor.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * SQL as somebody wrote it: one text for every dialect, or one for each of some.
 *
 * @param byDialect by family; empty where one text serves all
 */
public record WrittenSql(Optional<String> forAll, Map<String, String> byDialect) {

    public WrittenSql {
        byDialect = Collections.unmodifiableMap(new TreeMap<>(byDialect));
    }

    public static WrittenSql of(String sql) {
        return new WrittenSql(Optional.of(sql), Map.of());
    }

    public static WrittenSql of(Map<String, String> byDialect) {
        return new WrittenSql(Optional.empty(), byDialect);
    }

    /** Empty where a dialect was left out. */
    public Optional<String> in(String family) {
        return forAll.or(() -> Optional.ofNullable(byDialect.get(family)));
    }

    public Collection<String> texts() {
        return forAll.<Collection<String>>map(List::of).orElseGet(byDialect::values);
    }

    public WrittenSql map(UnaryOperator<String> change) {
        Map<String, String> changed = new TreeMap<>();
        byDialect.forEach((family, sql) -> changed.put(family, change.apply(sql)));
        return new WrittenSql(forAll.map(change), changed);
    }
}
