package dev.retort.processor.schema;

/**
 * A trigger, of which its name, its table and its text are known.
 *
 * @param table or a view
 * @param sql the whole statement that makes it
 */
public record Trigger(Name name, QualifiedName table, WrittenSql sql) {

    /** As other things in a schema are called: most databases keep a trigger where its table is. */
    public QualifiedName qualifiedName() {
        return table.renamed(name);
    }

    public boolean isOn(QualifiedName other) {
        return table.key().equals(other.key());
    }

    /** Whether the text names the table, as that of the trigger or another that it reads or writes. */
    public boolean names(QualifiedName other) {
        return sql.texts().stream().anyMatch(text -> TableReferences.of(text).contains(other));
    }

    /** Whether the text reads or writes the table, beyond saying that the trigger is on it. */
    public boolean uses(QualifiedName other) {
        return sql.texts().stream().anyMatch(text -> TableReferences.of(text).usesInBody(other));
    }

    /** Whether the text names the table and could mean this column of it. */
    public boolean names(QualifiedName other, Name column) {
        return sql.texts().stream()
                .map(TableReferences::of)
                .anyMatch(references -> references.contains(other) && references.mentions(column));
    }

    /** As SQLite rewrites it when a table is renamed. */
    public Trigger renamed(QualifiedName from, QualifiedName to) {
        return new Trigger(
                name,
                isOn(from) ? to : table,
                sql.map(text -> TableReferences.of(text).renamed(from, to.name())));
    }
}
