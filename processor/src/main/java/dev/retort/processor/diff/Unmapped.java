package dev.retort.processor.diff;

import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
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
