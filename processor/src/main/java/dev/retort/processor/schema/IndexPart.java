package dev.retort.processor.schema;

import java.util.Locale;
import java.util.Optional;

/**
 * What an index sorts by: a column or an expression.
 *
 * @param column empty for an expression
 * @param expression SQL; empty text for a column
 */
public record IndexPart(Optional<Name> column, String expression, boolean descending) {

    public static IndexPart of(Name column) {
        return new IndexPart(Optional.of(column), "", false);
    }

    /**
     * Reads {@code name}, {@code name desc}, {@code lower(name)}, {@code lower(name) desc}: what has a bracket outside
     * quotes is an expression, all else is a column.
     *
     * @throws IllegalArgumentException when nothing is left of it
     */
    public static IndexPart of(String written) {
        String text = written.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        boolean descending = lower.matches("(?s).*[\\s)`\"]desc");
        boolean ascending = lower.matches("(?s).*[\\s)`\"]asc");
        if (descending || ascending) {
            text = text.substring(0, text.length() - (descending ? 4 : 3)).strip();
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a name is blank");
        }
        return isExpression(text)
                ? new IndexPart(Optional.empty(), text, descending)
                : new IndexPart(Optional.of(Name.of(text)), "", descending);
    }

    /** Whether it uses the column, by name or in its expression. */
    public boolean mentions(Name name) {
        return column.map(name::sameKey).orElseGet(() -> Names.mentions(expression, name));
    }

    IndexPart replace(Name from, Name to) {
        return column.filter(from::sameKey).isPresent() ? new IndexPart(Optional.of(to), "", descending) : this;
    }

    private static boolean isExpression(String text) {
        char first = text.charAt(0);
        boolean quoted =
                Name.isQuotePair(first, text.charAt(text.length() - 1)) && text.indexOf(first, 1) == text.length() - 1;
        return !quoted && text.indexOf('(') >= 0;
    }

    /** As a user would write it. */
    @Override
    public String toString() {
        return column.map(Name::toString).orElse(expression) + (descending ? " desc" : "");
    }
}
