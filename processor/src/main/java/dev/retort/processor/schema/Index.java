package dev.retort.processor.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An index. The name is empty only in a model whose author wrote none. */
public record Index(Optional<Name> name, List<IndexPart> parts, boolean unique, boolean databaseOnly) {

    public Index {
        parts = List.copyOf(parts);
    }

    /** An index on plain columns. */
    public static Index on(Optional<Name> name, List<Name> columns, boolean unique, boolean databaseOnly) {
        return new Index(name, columns.stream().map(IndexPart::of).toList(), unique, databaseOnly);
    }

    /** The columns among its parts; not those that an expression uses. */
    public List<Name> columns() {
        return parts.stream().flatMap(part -> part.column().stream()).toList();
    }

    /** Whether a part is the column or uses it. */
    public boolean mentions(Name column) {
        return parts.stream().anyMatch(part -> part.mentions(column));
    }

    /** Whether it sorts by columns only, so that it can stand behind a key. */
    public boolean isOnColumns() {
        return parts.stream().allMatch(part -> part.column().isPresent());
    }

    public boolean hasName(Name other) {
        return name.filter(other::sameKey).isPresent();
    }

    /** With a column renamed wherever it is a part. */
    public Index replace(Name from, Name to) {
        return new Index(
                name, parts.stream().map(part -> part.replace(from, to)).toList(), unique, databaseOnly);
    }

    public String describe() {
        return (unique ? "unique index " : "index ")
                + parts.stream().map(IndexPart::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
