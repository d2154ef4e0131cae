package dev.retort.processor.dialect;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;

/** The kinds of databases that SQL can be written for. */
public enum Family {
    /** 3.35 can drop a column (SQLite, releaselog 3.35.0). */
    SQLITE("3.50", "3.35", Folding.IGNORED),
    /** As old as Hibernate goes. */
    H2("2.4", "2.1.214", Folding.UPPER);

    /** What happens to the case of a name that is not quoted. */
    enum Folding {
        UPPER,
        LOWER,
        /** Kept, but never looked at. */
        IGNORED
    }

    private final String defaultVersion;
    private final String oldestVersion;
    private final Folding folding;

    Family(String defaultVersion, String oldestVersion, Folding folding) {
        this.defaultVersion = defaultVersion;
        this.oldestVersion = oldestVersion;
        this.folding = folding;
    }

    /** The word in {@code @MigrationEnvironment(dialects)}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Family> ofWord(String word) {
        return Stream.of(values()).filter(family -> family.word().equals(word)).findFirst();
    }

    String defaultVersion() {
        return defaultVersion;
    }

    String oldestVersion() {
        return oldestVersion;
    }

    Folding folding() {
        return folding;
    }

    Set<String> reservedWords() {
        return switch (this) {
            case SQLITE -> ReservedWords.SQLITE;
            case H2 -> ReservedWords.H2;
        };
    }

    Dialect dialect(DatabaseVersion version) {
        return switch (this) {
            case SQLITE -> new SQLiteDialect(version);
            case H2 -> new H2Dialect(version);
        };
    }

    /** Whether {@code enum ('a','b')} is a column type. */
    boolean hasInlineEnumerations() {
        return this == H2;
    }

    /** Whether sequences exist; else Hibernate reads its numbers from a table of one row. */
    public boolean hasSequences() {
        return this != SQLITE;
    }
}
