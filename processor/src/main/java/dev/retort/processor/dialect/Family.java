package dev.retort.processor.dialect;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.DB2Dialect;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.dialect.OracleDialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.dialect.SQLServerDialect;

/** The kinds of databases that a model can be read for. The oldest versions are those that Hibernate goes back to. */
public enum Family {
    /** 3.35 can drop a column (SQLite, releaselog 3.35.0). */
    SQLITE("3.50", "3.35", Folding.IGNORED),
    H2("2.4", "2.1.214", Folding.UPPER),
    POSTGRESQL("17", "14", Folding.LOWER),
    MARIADB("11.4", "10.6", Folding.IGNORED),
    MYSQL("8.4", "8.0", Folding.IGNORED),
    SQLSERVER("16", "12", Folding.IGNORED),
    ORACLE("23", "19", Folding.UPPER),
    DB2("11.5", "11.1", Folding.UPPER);

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

    /** Those that an environment may declare, for messages. */
    public static String words() {
        return Stream.of(values()).filter(Family::isRendered).map(Family::word).collect(Collectors.joining(", "));
    }

    /** PostgreSQL does. From 7.4 on Hibernate has none there all the same, and then the model has none. */
    public boolean allowsNotNullOfGenerated() {
        return this != MARIADB && this != DB2;
    }

    /** Whether SQL can be written for it, so that an environment may declare it. */
    public boolean isRendered() {
        return switch (this) {
            case SQLITE, H2, POSTGRESQL, MARIADB, MYSQL, SQLSERVER, ORACLE -> true;
            case DB2 -> false;
        };
    }

    /** Whether the runtime connects to it; else its SQL is for scripts. */
    public boolean isConnected() {
        return switch (this) {
            case SQLITE, H2, POSTGRESQL, MARIADB, MYSQL -> true;
            case SQLSERVER, ORACLE, DB2 -> false;
        };
    }

    /** Whether a back slash in a text stands for the character after it. */
    boolean escapesByBackslash() {
        return this == MARIADB || this == MYSQL;
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

    /** Whether a table's name keeps its case and is looked up by it, as in MySQL on Linux where a table is a file. */
    boolean hasTablesByCase() {
        return this == MARIADB || this == MYSQL;
    }

    Set<String> reservedWords() {
        return switch (this) {
            case SQLITE -> ReservedWords.SQLITE;
            case H2 -> ReservedWords.H2;
            case POSTGRESQL -> ReservedWords.POSTGRESQL;
            case MARIADB -> ReservedWords.MARIADB;
            case MYSQL -> ReservedWords.MYSQL;
            case SQLSERVER -> ReservedWords.SQLSERVER;
            case ORACLE -> ReservedWords.ORACLE;
            case DB2 -> Set.of();
        };
    }

    Dialect dialect(DatabaseVersion version) {
        return switch (this) {
            case SQLITE -> new SQLiteDialect(version);
            case H2 -> new H2Dialect(version);
            case POSTGRESQL -> new PostgreSQLDialect(version);
            case MARIADB -> new MariaDBDialect(version);
            case MYSQL -> new MySQLDialect(version);
            case SQLSERVER -> new SQLServerDialect(version);
            case ORACLE -> new OracleDialect(version);
            case DB2 -> new DB2Dialect(version);
        };
    }

    /** Whether {@code enum ('a','b')} is a column type. */
    boolean hasInlineEnumerations() {
        return this == H2 || this == MARIADB || this == MYSQL;
    }

    /** Whether Hibernate writes comments on tables and columns into it. */
    public boolean hasComments() {
        return this != SQLITE && this != SQLSERVER;
    }

    /** Whether sequences exist; else Hibernate reads its numbers from a table of one row. */
    public boolean hasSequences() {
        return this != SQLITE && this != MYSQL;
    }
}
