package dev.retort.processor.schema;

import java.util.List;
import java.util.Optional;

/** A check; {@code condition} is SQL without the word {@code check} and its brackets. */
public record Check(Optional<Name> name, String condition, boolean databaseOnly) implements Constraint {

    @Override
    public List<Name> columns() {
        return List.of();
    }

    @Override
    public boolean mentions(Name column) {
        return Names.mentions(condition, column);
    }

    @Override
    public Check renamed(Name newName) {
        return new Check(Optional.of(newName), condition, databaseOnly);
    }

    @Override
    public String describe() {
        return "check (" + condition + ")";
    }
}
