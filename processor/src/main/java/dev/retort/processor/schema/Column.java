package dev.retort.processor.schema;

import java.util.Optional;

/** A column of a table. */
public record Column(
        Name name, DataType type, boolean nullable, Optional<DefaultValue> defaultValue, boolean identity) {

    public static Column of(Name name, DataType type, boolean nullable) {
        return new Column(name, type, nullable, Optional.empty(), false);
    }

    public Column renamed(Name newName) {
        return new Column(newName, type, nullable, defaultValue, identity);
    }

    public Column withType(DataType newType) {
        return new Column(name, newType, nullable, defaultValue, identity);
    }

    public Column withNullable(boolean newNullable) {
        return new Column(name, type, newNullable, defaultValue, identity);
    }

    public Column withDefault(Optional<DefaultValue> newDefault) {
        return new Column(name, type, nullable, newDefault, identity);
    }
}
