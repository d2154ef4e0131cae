package dev.retort.documentation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Operations that a page shows, and what it says they become.
 *
 * @param place page and line
 * @param sql by dialect; those that the page says nothing of are missing
 */
record Example(String place, String code, Map<String, Expectation> sql) {

    private static final Pattern BY_DIALECT = Pattern.compile("\\bon(?:Dialect)?\\(\"(\\w+)\"(?:, \"(\\w+)\")?");

    Example(String place, String code) {
        this(place, code, new LinkedHashMap<>());
    }

    /** What the page says of one dialect. */
    sealed interface Expectation {}

    /** The whole SQL, or its beginning and end around an ellipsis. */
    record Text(String sql) implements Expectation {}

    /** Somewhere in the SQL. */
    record Part(String sql) implements Expectation {}

    record Nothing() implements Expectation {}

    record Rebuild() implements Expectation {}

    record Unsupported() implements Expectation {}

    /** The dialects that have SQL for it: those spoken of, else those that the code names, else the first two. */
    Collection<String> dialects() {
        TreeSet<String> dialects = new TreeSet<>(sql.keySet());
        dialects.removeIf(dialect -> sql.get(dialect) instanceof Unsupported);
        if (sql.isEmpty()) {
            Matcher named = BY_DIALECT.matcher(code);
            while (named.find()) {
                dialects.add(named.group(1));
                if (named.group(2) != null) {
                    dialects.add(named.group(2));
                }
            }
        }
        if (sql.isEmpty() && dialects.isEmpty()) {
            return code.startsWith("on.") ? List.of("postgresql") : List.of("sqlite", "h2");
        }
        return dialects;
    }
}
