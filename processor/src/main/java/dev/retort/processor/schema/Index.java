package dev.retort.processor.schema;

import java.util.List;
import java.util.Optional;

/** An index. The name is empty only in a model whose author wrote none. */
public record Index(Optional<Name> name, List<Name> columns, boolean unique, boolean databaseOnly) {

    public Index {
        columns = List.copyOf(columns);
    }

    public boolean hasName(Name other) {
        return name.filter(other::sameKey).isPresent();
    }

    public String describe() {
        return (unique ? "unique index " : "index ") + Names.list(columns);
    }
}
