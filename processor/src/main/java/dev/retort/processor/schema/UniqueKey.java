package dev.retort.processor.schema;

import java.util.List;
import java.util.Optional;

/** A unique key. */
public record UniqueKey(Optional<Name> name, List<Name> columns, boolean databaseOnly) implements Constraint {

    public UniqueKey {
        columns = List.copyOf(columns);
    }

    @Override
    public UniqueKey renamed(Name newName) {
        return new UniqueKey(Optional.of(newName), columns, databaseOnly);
    }

    @Override
    public String describe() {
        return "unique key " + Names.list(columns);
    }
}
