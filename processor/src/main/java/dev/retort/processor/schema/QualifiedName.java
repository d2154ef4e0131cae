package dev.retort.processor.schema;

import java.util.Optional;

/**
 * The name of a table or sequence, with the schema or catalog it lies in where that was written.
 */
public record QualifiedName(Optional<Name> qualifier, Name name) {

    /**
     * Reads {@code users}, {@code billing.users}, {@code `my.table`}.
     *
     * @throws IllegalArgumentException when a part is blank
     */
    public static QualifiedName of(String written) {
        int dot = lastDotOutsideQuotes(written);
        return dot < 0
                ? of(Name.of(written))
                : new QualifiedName(
                        Optional.of(Name.of(written.substring(0, dot))), Name.of(written.substring(dot + 1)));
    }

    public static QualifiedName of(Name name) {
        return new QualifiedName(Optional.empty(), name);
    }

    /** The same schema, another name. */
    public QualifiedName renamed(Name newName) {
        return new QualifiedName(qualifier, newName);
    }

    public String key() {
        return qualifier.map(q -> q.key() + "." + name.key()).orElseGet(name::key);
    }

    @Override
    public String toString() {
        return qualifier.map(q -> q + "." + name).orElseGet(name::toString);
    }

    private static int lastDotOutsideQuotes(String written) {
        int dot = -1;
        char open = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (open != 0) {
                open = c == open ? 0 : open;
            } else if (c == '`' || c == '"') {
                open = c;
            } else if (c == '.') {
                dot = i;
            }
        }
        return dot;
    }
}
