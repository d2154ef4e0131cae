package dev.retort.processor.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An index. The name is empty only in a model whose author wrote none.
 *
 * @param included columns that it holds without sorting by them
 * @param where SQL of the rows that it holds; empty for all
 */
public record Index(
        Optional<Name> name,
        List<IndexPart> parts,
        boolean unique,
        boolean databaseOnly,
        List<Name> included,
        Optional<String> where) {

    public Index {
        parts = List.copyOf(parts);
        included = List.copyOf(included);
    }

    /** An index of all rows that holds no more than it sorts by. */
    public Index(Optional<Name> name, List<IndexPart> parts, boolean unique, boolean databaseOnly) {
        this(name, parts, unique, databaseOnly, List.of(), Optional.empty());
    }

    /** An index on plain columns. */
    public static Index on(Optional<Name> name, List<Name> columns, boolean unique, boolean databaseOnly) {
        return new Index(name, columns.stream().map(IndexPart::of).toList(), unique, databaseOnly);
    }

    /** The columns among its parts; not those that an expression uses. */
    public List<Name> columns() {
        return parts.stream().flatMap(part -> part.column().stream()).toList();
    }

    /** Whether a part is the column or uses it, or the index holds it or asks for it otherwise. */
    public boolean mentions(Name column) {
        return parts.stream().anyMatch(part -> part.mentions(column))
                || Names.contains(included, column)
                || where.filter(sql -> Names.mentions(sql, column)).isPresent();
    }

    /** Whether SQL of it uses the column, which no rename can follow. */
    public boolean mentionsInText(Name column) {
        return where.filter(sql -> Names.mentions(sql, column)).isPresent()
                || parts.stream().anyMatch(part -> part.column().isEmpty() && part.mentions(column));
    }

    /** Whether it sorts all rows by columns only, so that it can stand behind a key. */
    public boolean isOnColumns() {
        return where.isEmpty() && parts.stream().allMatch(part -> part.column().isPresent());
    }

    public boolean hasName(Name other) {
        return name.filter(other::sameKey).isPresent();
    }

    public Index named(Name newName) {
        return new Index(Optional.of(newName), parts, unique, databaseOnly, included, where);
    }

    /** With a column renamed wherever it is a part. */
    public Index replace(Name from, Name to) {
        return new Index(
                name,
                parts.stream().map(part -> part.replace(from, to)).toList(),
                unique,
                databaseOnly,
                Names.replace(included, from, to),
                where);
    }

    public String describe() {
        return (unique ? "unique index " : "index ")
                + parts.stream().map(IndexPart::toString).collect(Collectors.joining(", ", "(", ")"))
                + (included.isEmpty() ? "" : " including " + Names.list(included))
                + where.map(sql -> " where (" + sql + ")").orElse("");
    }
}
