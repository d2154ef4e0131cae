package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.plain;

import dev.retort.processor.finding.Location;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.ForeignKey.Action;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.Table;

/** Changes to a foreign key of the model. */
record ModelForeignKeyMutants(Original original, Table table, ForeignKey key, Location property) {

    ModelForeignKeyMutants(Original original, Table table, ForeignKey key) {
        this(original, table, key, original.ofFirst(table, key.columns()));
    }

    void make() {
        Action onDelete = key.onDelete() == Action.CASCADE ? Action.SET_NULL : Action.CASCADE;
        replace("model: change an action", with(onDelete, key.onUpdate()));
        Action onUpdate = key.onUpdate() == Action.CASCADE ? Action.SET_NULL : Action.CASCADE;
        replace("model: change an action on update", with(key.onDelete(), onUpdate));
        replace("model: name a foreign key", key.renamed(plain("fk_named_by_the_model")));
        change("model: remove a foreign key", table.without(key), made());
    }

    private ForeignKey with(Action onDelete, Action onUpdate) {
        return new ForeignKey(key.name(), key.columns(), key.table(), key.referenced(), onDelete, onUpdate, false);
    }

    private void replace(String kind, ForeignKey other) {
        change(
                kind,
                table.withForeignKeys(table.foreignKeys().stream()
                        .map(each -> each.equals(key) ? other : each)
                        .toList()),
                property);
    }

    private void change(String kind, Table changed, Location place) {
        original.model(kind, table.name() + " " + key.describe(), changed, place);
    }

    /** In the table's own operation, or where it was added for a table that came later. */
    private Location made() {
        return original.atHead(table).foreignKeys().stream()
                .filter(declared -> Names.sameKeys(declared.columns(), key.columns())
                        && declared.table().key().equals(key.table().key()))
                .findFirst()
                .map(declared -> original.whereMade(table, declared.name()))
                .orElseThrow();
    }
}
