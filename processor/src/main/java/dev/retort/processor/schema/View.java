package dev.retort.processor.schema;

/**
 * A view, of which nothing is known but its text.
 *
 * @param query what stands behind {@code as}
 */
public record View(QualifiedName name, WrittenSql query) {

    /** Whether the text takes rows from this table or view in any dialect. */
    public boolean reads(QualifiedName table) {
        return query.texts().stream().anyMatch(sql -> TableReferences.of(sql).contains(table));
    }

    /** Whether the text takes rows from this table and could mean this column of it. */
    public boolean reads(QualifiedName table, Name column) {
        return query.texts().stream()
                .map(TableReferences::of)
                .anyMatch(references ->
                        references.contains(table) && (references.selectsAll() || references.mentions(column)));
    }
}
