package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.plain;
import static dev.retort.processor.diff.mutants.Original.reversed;

import dev.retort.processor.finding.Location;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.List;
import java.util.Optional;

/** Changes to the primary key and the unique keys of a table of the model. */
record ModelKeyMutants(Original original, Table table) {

    void make() {
        table.primaryKey().ifPresent(this::primaryKey);
        table.uniqueKeys().forEach(this::uniqueKey);
    }

    private void primaryKey(PrimaryKey key) {
        if (key.columns().size() > 1) {
            original.model(
                    "model: reorder a primary key",
                    table.name(),
                    table.with(new PrimaryKey(key.name(), reversed(key.columns()))),
                    original.ofFirst(table, reversed(key.columns())));
        }
        if (!Original.isReferredTo(original.model().schema(), table)) {
            original.model("model: remove a primary key", table.name(), table.without(key), original.ofTable(table));
        }
        original.model(
                "model: name a primary key", table.name(), table.with(key.renamed(plain("pk_named_by_the_model"))));
    }

    private void uniqueKey(UniqueKey key) {
        boolean isReferredTo = original.model().schema().tables().stream()
                .flatMap(other -> other.foreignKeys().stream())
                .anyMatch(foreign ->
                        Original.refersTo(foreign, table) && Names.sameKeys(foreign.referenced(), key.columns()));
        if (!isReferredTo) {
            change("model: remove a unique key", key, table.without(key), original.whereMade(table, atHead(key)));
        }
        change(
                "model: name a unique key",
                key,
                table.without(key).with(key.renamed(plain("uq_named_by_the_model"))),
                original.ofFirst(table, key.columns()));
        if (key.columns().size() > 1) {
            List<Name> reversed = reversed(key.columns());
            change(
                    "model: reorder a unique key",
                    key,
                    table.without(key).with(new UniqueKey(key.name(), reversed, false)),
                    original.ofFirst(table, reversed));
        }
    }

    private Optional<Name> atHead(UniqueKey key) {
        return original.atHead(table).uniqueKeys().stream()
                .filter(declared -> Names.sameKeys(declared.columns(), key.columns()))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private void change(String kind, UniqueKey key, Table changed, Location place) {
        original.model(kind, table.name() + " " + key.describe(), changed, place);
    }
}
