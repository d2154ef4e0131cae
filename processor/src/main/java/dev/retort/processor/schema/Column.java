package dev.retort.processor.schema;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param generatedAs the SQL that the database computes the value with, and nobody writes it
 * @param collation as SQL names it
 */
public record Column(
        Name name,
        DataType type,
        boolean nullable,
        Optional<DefaultValue> defaultValue,
        boolean identity,
        Optional<String> generatedAs,
        Optional<String> collation,
        Optional<String> comment) {

    /** A column that is not generated, with the collation of its database and without a comment. */
    public Column(Name name, DataType type, boolean nullable, Optional<DefaultValue> defaultValue, boolean identity) {
        this(name, type, nullable, defaultValue, identity, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Column of(Name name, DataType type, boolean nullable) {
        return new Column(name, type, nullable, Optional.empty(), false);
    }

    public Column renamed(Name newName) {
        return new Column(newName, type, nullable, defaultValue, identity, generatedAs, collation, comment);
    }

    public Column withType(DataType newType) {
        return new Column(name, newType, nullable, defaultValue, identity, generatedAs, collation, comment);
    }

    public Column withNullable(boolean newNullable) {
        return new Column(name, type, newNullable, defaultValue, identity, generatedAs, collation, comment);
    }

    public Column withDefault(Optional<DefaultValue> newDefault) {
        return new Column(name, type, nullable, newDefault, identity, generatedAs, collation, comment);
    }

    public Column withIdentity(boolean newIdentity) {
        return new Column(name, type, nullable, defaultValue, newIdentity, generatedAs, collation, comment);
    }

    public Column withGeneratedAs(Optional<String> sql) {
        return new Column(name, type, nullable, defaultValue, identity, sql, collation, comment);
    }

    public Column withCollation(Optional<String> newCollation) {
        return new Column(name, type, nullable, defaultValue, identity, generatedAs, newCollation, comment);
    }

    public Column withComment(Optional<String> newComment) {
        return new Column(name, type, nullable, defaultValue, identity, generatedAs, collation, newComment);
    }
}
