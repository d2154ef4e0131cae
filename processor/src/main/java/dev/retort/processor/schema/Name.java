package dev.retort.processor.schema;

import java.util.List;
import java.util.Locale;

/**
 * An identifier as it was written.
 *
 * @param text without quotes
 * @param quoted written between back ticks or double quotes, so that case belongs to the name
 */
public record Name(String text, boolean quoted) {

    /**
     * Reads {@code users}, {@code `Users`} and {@code "Users"}, as Hibernate reads a name in a mapping.
     *
     * @throws IllegalArgumentException when nothing is left of it
     */
    public static Name of(String written) {
        String trimmed = written.trim();
        boolean quoted = trimmed.length() >= 2 && isQuotePair(trimmed.charAt(0), trimmed.charAt(trimmed.length() - 1));
        String text = quoted ? trimmed.substring(1, trimmed.length() - 1) : trimmed;
        if (text.isBlank()) {
            throw new IllegalArgumentException("a name is blank");
        }
        return new Name(text, quoted);
    }

    public static List<Name> listOf(List<String> written) {
        return written.stream().map(Name::of).toList();
    }

    static boolean isQuotePair(char open, char close) {
        return open == close && (open == '`' || open == '"');
    }

    /** What two names in one schema may not share: SQLite and MySQL cannot tell names apart that differ in case only. */
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    public boolean sameKey(Name other) {
        return key().equals(other.key());
    }

    /** As a user would write it. */
    @Override
    public String toString() {
        return quoted ? "`" + text + "`" : text;
    }
}
