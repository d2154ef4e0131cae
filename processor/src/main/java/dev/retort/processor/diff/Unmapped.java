package dev.retort.processor.diff;

import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The patterns of {@code @MigrationEnvironment(unmapped)}. */
final class Unmapped {
    private final List<Pattern> patterns;

    Unmapped(List<String> patterns) {
        this.patterns = patterns.stream().map(Unmapped::pattern).toList();
    }

    boolean names(QualifiedName table) {
        return matches(table.key());
    }

    boolean names(QualifiedName table, Name column) {
        return names(table) || matches(table.key() + "." + column.key());
    }

    /**
     * The model without tables that are views, as a migration makes them, and without tables that are named here and that
     * no migration makes, such as views of somebody else's.
     */
    Schema leaveOut(Schema model, Schema head) {
        Schema rest = model;
        for (Table table : model.tables()) {
            if (isNoTable(table.name(), head)) {
                rest = rest.without(table);
            } else {
                rest = rest.with(table.withForeignKeys(table.foreignKeys().stream()
                        .filter(key -> !isNoTable(key.table(), head))
                        .toList()));
            }
        }
        return rest;
    }

    private boolean isNoTable(QualifiedName table, Schema head) {
        return head.table(table).isEmpty()
                && (names(table) || head.extras().view(table).isPresent());
    }

    private boolean matches(String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    /** {@code *} stands for any characters within a name. */
    private static Pattern pattern(String glob) {
        return Pattern.compile(
                Stream.of(glob.trim().split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^.]*")),
                Pattern.CASE_INSENSITIVE);
    }
}
