package dev.retort.processor.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The name of a table or sequence.
 *
 * @param qualifiers the schema or catalog it lies in where that was written; both for a database that has both, the
 *     catalog first
 */
public record QualifiedName(List<Name> qualifiers, Name name) {

    public QualifiedName {
        qualifiers = List.copyOf(qualifiers);
    }

    /**
     * Reads {@code users}, {@code billing.users}, {@code `my.table`}, {@code erp.billing.users}.
     *
     * @throws IllegalArgumentException when a part is blank
     */
    public static QualifiedName of(String written) {
        List<Name> parts = partsOf(written).stream().map(Name::of).toList();
        return new QualifiedName(parts.subList(0, parts.size() - 1), parts.get(parts.size() - 1));
    }

    public static QualifiedName of(Name name) {
        return new QualifiedName(List.of(), name);
    }

    /** The same schema, another name. */
    public QualifiedName renamed(Name newName) {
        return new QualifiedName(qualifiers, newName);
    }

    /** All of it from the left. */
    public List<Name> parts() {
        List<Name> parts = new ArrayList<>(qualifiers);
        parts.add(name);
        return parts;
    }

    public String key() {
        return qualifiers.isEmpty()
                ? name.key()
                : parts().stream().map(Name::key).collect(Collectors.joining("."));
    }

    @Override
    public String toString() {
        return parts().stream().map(Name::toString).collect(Collectors.joining("."));
    }

    private static List<String> partsOf(String written) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        char open = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (open != 0) {
                open = c == open ? 0 : open;
            } else if (c == '`' || c == '"') {
                open = c;
            } else if (c == '.') {
                parts.add(written.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(written.substring(begin));
        return parts;
    }
}
