package dev.retort.processor.schema;

import java.util.List;
import java.util.Optional;

/** A primary key. */
public record PrimaryKey(Optional<Name> name, List<Name> columns) implements Constraint {

    public PrimaryKey {
        columns = List.copyOf(columns);
    }

    @Override
    public boolean databaseOnly() {
        return false;
    }

    @Override
    public PrimaryKey renamed(Name newName) {
        return new PrimaryKey(Optional.of(newName), columns);
    }

    @Override
    public String describe() {
        return "primary key " + Names.list(columns);
    }
}
