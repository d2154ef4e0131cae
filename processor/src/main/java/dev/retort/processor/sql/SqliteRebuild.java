package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A table written anew, for changes that SQLite's {@code alter table} does not know: steps 4 to 8 of SQLite,
 * lang_altertable §7. The others (foreign keys off, transaction, {@code foreign_key_check}) are the runtime's.
 *
 * <p>Only in this order do the foreign keys of other tables stay as they are: they name the table, and a rename of the
 * old one would take them along. The same holds for the foreign keys of the table to itself, which therefore name it as
 * it will be called. Views on the table must be dropped before, triggers of the table are lost.
 */
final class SqliteRebuild {
    private final DatabaseDialect dialect;
    private final Definitions definitions;

    SqliteRebuild(DatabaseDialect dialect, Definitions definitions) {
        this.dialect = dialect;
        this.definitions = definitions;
    }

    /** Rows keep what their columns hold; a column that is new takes its default. */
    List<String> of(Table before, Table after) {
        return of(before, after, List.of());
    }

    /** @param fresh columns of {@code after} that are new, though {@code before} may have others of their names */
    List<String> of(Table before, Table after, List<Name> fresh) {
        QualifiedName name = before.name();
        QualifiedName temporary = name.renamed(
                new Name("_retort_new_" + name.name().text(), name.name().quoted()));
        List<Name> kept = after.columns().stream()
                .filter(column -> column.generatedAs().isEmpty())
                .map(Column::name)
                .filter(column -> before.column(column).isPresent() && !Names.contains(fresh, column))
                .toList();
        List<String> statements = new ArrayList<>();
        statements.add(definitions.createTable(after, temporary));
        statements.add("insert into " + dialect.quote(temporary) + " (" + dialect.quote(kept) + ") select "
                + dialect.quote(kept) + " from " + dialect.quote(name));
        statements.add("drop table " + dialect.quote(name));
        statements.add("alter table " + dialect.quote(temporary) + " rename to " + dialect.quote(name.name()));
        after.indexes().forEach(index -> statements.add(definitions.createIndex(name, index)));
        return statements;
    }
}
