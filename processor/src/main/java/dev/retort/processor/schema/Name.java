package dev.retort.processor.schema;

import java.util.List;
import java.util.Locale;

/** An identifier as it was written. */
public final class Name {
    private final String text;
    private final boolean quoted;

    /** Held, as names are looked up by it at every turn. */
    private final String key;

    /**
     * @param text without quotes
     * @param quoted written between back ticks or double quotes, so that case belongs to the name
     */
    public Name(String text, boolean quoted) {
        this.text = text;
        this.quoted = quoted;
        this.key = text.toLowerCase(Locale.ROOT);
    }

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

    /** Without quotes. */
    public String text() {
        return text;
    }

    /** Whether it was written between back ticks or double quotes, so that case belongs to the name. */
    public boolean quoted() {
        return quoted;
    }

    /** What two names in one schema may not share: SQLite and MySQL cannot tell names apart that differ in case only. */
    public String key() {
        return key;
    }

    public boolean sameKey(Name other) {
        return key.equals(other.key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Name name && text.equals(name.text) && quoted == name.quoted;
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + Boolean.hashCode(quoted);
    }

    /** As a user would write it. */
    @Override
    public String toString() {
        return quoted ? "`" + text + "`" : text;
    }
}
