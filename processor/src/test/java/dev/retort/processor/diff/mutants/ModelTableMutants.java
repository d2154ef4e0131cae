package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.plain;
import static dev.retort.processor.diff.mutants.Original.where;

import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.List;
import java.util.Optional;

/** Changes to a table of the model as a whole. */
record ModelTableMutants(Original original, Table table) {

    void make() {
        boolean isRead = original.head().extras().views().values().stream().anyMatch(view -> view.reads(table.name()));
        // A model whose own view reads what it no longer has is none: Hibernate could not create it.
        if (!isRead) {
            original.model("model: remove a table", table.name(), without(), made());
            QualifiedName to = table.name().renamed(plain("renamed_by_the_model"));
            original.model("model: rename a table", table.name(), renamed(to), original.ofTable(to), made());
        }
        String kind = original.hasComments() ? "model: comment on a table" : "model: comment where there are none";
        original.model(
                kind,
                table.name(),
                table.withComment(Optional.of("what it's for")),
                where(original.hasComments(), original.ofTable(table)));
        if (table.comment().isPresent()) {
            original.model("model: remove a comment", table.name(), table.withComment(Optional.empty()));
        }
    }

    private Schema without() {
        Schema without = original.model().schema().without(table);
        for (Table other : List.copyOf(without.tables())) {
            without = without.with(other.withForeignKeys(other.foreignKeys().stream()
                    .filter(key -> !Original.refersTo(key, table))
                    .toList()));
        }
        return without;
    }

    private Schema renamed(QualifiedName to) {
        Schema renamed = original.model().schema().without(table).with(table.renamed(to));
        return Original.withReferences(renamed, table, key -> Original.referring(key, to, key.referenced()));
    }

    private Migrations.Place made() {
        return new Migrations.Place("createTable(\"" + table.name() + "\")");
    }
}
