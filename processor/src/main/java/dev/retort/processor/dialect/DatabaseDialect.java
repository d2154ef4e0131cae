package dev.retort.processor.dialect;

import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.Dialect;

/** One declared database: a family and a version. Not safe for several threads. */
public final class DatabaseDialect {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_$]*");

    /** Oracle, Database Object Naming Rules: a letter comes first. */
    private static final Pattern PLAIN_ORACLE = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}_$]*");

    private static final Pattern VERSION = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,2}");

    private static final int LONGEST_POSTGRES_NAME = 63;

    private final Family family;
    private final String version;
    private final Dialect hibernate;
    private final TypeNames typeNames;

    private DatabaseDialect(Family family, String version) {
        this.family = family;
        this.version = version;
        // The first of Hibernate's classes to wake: see QuietHibernate on what its loggers choose then.
        this.hibernate = QuietHibernate.during(() -> family.dialect(databaseVersion(version)));
        this.typeNames = QuietHibernate.during(() -> new TypeNames(family, hibernate));
    }

    /**
     * Reads {@code sqlite} or {@code postgresql:16}.
     *
     * @throws IllegalArgumentException saying what is wrong and which families there are
     */
    public static DatabaseDialect parse(String declared) {
        String trimmed = declared.trim();
        int colon = trimmed.indexOf(':');
        String word = colon < 0 ? trimmed : trimmed.substring(0, colon);
        Family family = Family.ofWord(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "dialect \"" + declared + "\" is not one that Retort writes SQL for: " + Family.words()));
        String version = colon < 0 ? family.defaultVersion() : trimmed.substring(colon + 1);
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "dialect \"" + declared + "\" has no version such as " + word + ":" + family.defaultVersion());
        }
        if (databaseVersion(version).isBefore(databaseVersion(family.oldestVersion()))) {
            throw new IllegalArgumentException("dialect \"" + declared + "\" is older than " + word + " "
                    + family.oldestVersion() + ", the oldest that Retort writes SQL for");
        }
        return new DatabaseDialect(family, version);
    }

    public Family family() {
        return family;
    }

    /** As Hibernate wants it in {@code jakarta.persistence.database-version}. */
    public String version() {
        return version;
    }

    /** Hibernate's own view of this database. */
    public Dialect hibernate() {
        return hibernate;
    }

    /** The name as SQL: quoted where it was written so, is reserved, or is no plain identifier. */
    public String quote(Name name) {
        return keepsCase(name)
                ? hibernate.openQuote()
                        + name.text()
                                .replace(
                                        "" + hibernate.closeQuote(),
                                        "" + hibernate.closeQuote() + hibernate.closeQuote())
                        + hibernate.closeQuote()
                : name.text();
    }

    /** SQLite has no schemas: there Hibernate leaves them out as soon as it is connected. */
    public String quote(QualifiedName name) {
        if (family == Family.SQLITE) {
            return quote(name.name());
        }
        return name.parts().stream().map(this::quote).collect(Collectors.joining("."));
    }

    /** {@code a, b} as SQL. */
    public String quote(List<Name> names) {
        return names.stream().map(this::quote).collect(Collectors.joining(", "));
    }

    /** What the catalogue holds, or for a database that ignores case, the name in lower case: two names are one if equal. */
    public String stored(Name name) {
        if (family.folding() == Family.Folding.IGNORED) {
            return name.key();
        }
        String text = keepsCase(name) ? name.text() : folded(name.text());
        return family == Family.POSTGRESQL ? cut(text) : text;
    }

    private String folded(String text) {
        return family.folding() == Family.Folding.UPPER ? text.toUpperCase(Locale.ROOT) : asciiToLowerCase(text);
    }

    /** PostgreSQL folds no other letters where characters may take several bytes (its scansup.c). */
    private static String asciiToLowerCase(String text) {
        return text.chars()
                .map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** PostgreSQL keeps 63 bytes of a name, and no part of a character. */
    private static String cut(String text) {
        int end = text.length();
        while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST_POSTGRES_NAME) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    public String stored(QualifiedName name) {
        return name.parts().stream()
                .map(part -> family.hasTablesByCase() ? part.text() : stored(part))
                .collect(Collectors.joining("."));
    }

    private boolean keepsCase(Name name) {
        return name.quoted()
                || family.reservedWords().contains(name.key())
                || !(family == Family.ORACLE ? PLAIN_ORACLE : PLAIN)
                        .matcher(name.text())
                        .matches();
    }

    /**
     * The type as SQL, without identity.
     *
     * @throws UnsupportedTypeException when this database has no such type
     */
    public String typeName(DataType type) {
        return typeNames.render(type);
    }

    /** The condition that a column must satisfy where its type alone does not say so: an enumeration's words. */
    public Optional<String> typeCondition(Name column, DataType type) {
        return type.kind() == DataType.Kind.ENUMERATION && !family.hasInlineEnumerations()
                ? Optional.of(hibernate.getCheckCondition(quote(column), TypeNames.inQuotes(type.texts())))
                : Optional.empty();
    }

    /** A text as SQL. MySQL's back slashes count as Hibernate counts them, unless told otherwise: as escapes. */
    public String literal(String text) {
        String escaped = family.escapesByBackslash() ? text.replace("\\", "\\\\") : text;
        return "'" + escaped.replace("'", "''") + "'";
    }

    public String literal(DefaultValue value) {
        if (value instanceof DefaultValue.Text text) {
            return literal(text.value());
        } else if (value instanceof DefaultValue.Whole whole) {
            return Long.toString(whole.value());
        } else if (value instanceof DefaultValue.Decimal decimal) {
            return decimal.value().toPlainString();
        } else if (value instanceof DefaultValue.Bool bool) {
            return hibernate.toBooleanValueString(bool.value());
        }
        return ((DefaultValue.Expression) value).sql();
    }

    /**
     * A schema of migrations as it is in this database, to be compared with what Hibernate makes of the entities: types
     * are native, defaults are text, and the conditions that stand in for enumeration types are checks without a name.
     *
     * @throws UnsupportedTypeException when this database has no type for a column
     */
    public Schema physical(Schema migrations) {
        return new PhysicalSchema(this).of(migrations);
    }

    private static DatabaseVersion databaseVersion(String version) {
        int[] parts =
                Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
        return DatabaseVersion.make(parts[0], parts.length > 1 ? parts[1] : 0, parts.length > 2 ? parts[2] : 0);
    }

    @Override
    public String toString() {
        return family.word();
    }
}
