package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.made;
import static dev.retort.processor.diff.mutants.Original.plain;
import static dev.retort.processor.diff.mutants.Original.plus;
import static dev.retort.processor.diff.mutants.Original.reversed;
import static dev.retort.processor.diff.mutants.Original.where;
import static dev.retort.processor.diff.mutants.Original.withoutLast;

import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.PartOperation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.List;
import java.util.Optional;

/** Changes to a unique key of the migrations. */
record UniqueKeyMutants(Original original, Table table, UniqueKey key, boolean isNamed, Location property) {

    UniqueKeyMutants(Original original, Table table, UniqueKey key) {
        this(original, table, key, original.isNamedByModel(table, key.name()), original.ofFirst(table, key.columns()));
    }

    void make() {
        Operation drop = Users.drop(table, key);
        change("drop a unique key", List.of(drop), property);
        change(
                isNamed ? "rename a unique key" : "rename a unique key that nobody named",
                List.of(new PartOperation.RenameConstraint(
                        table.name(), key.name().orElseThrow(), plain("uq_renamed_away"))),
                where(isNamed, property));
        if (key.columns().size() > 1) {
            change("reorder a unique key", List.of(drop, add(reversed(key.columns()))), property);
            columns("take a column out of a unique key", withoutLast(key.columns()));
        }
        table.columns().stream()
                .map(Column::name)
                .filter(column -> !Names.contains(key.columns(), column))
                .findFirst()
                .ifPresent(column -> columns("add a column to a unique key", plus(key.columns(), column)));
        change("make a unique key an index", List.of(drop, index(true, Optional.empty())));
        Operation plain = index(false, Optional.empty());
        change("make a unique key an index that is not unique", List.of(drop, plain), property, made(plain));
        change("make a unique key an index of some rows", List.of(drop, index(true, Optional.of("1 = 1"))), property);
    }

    /** Without a name nothing tells that other columns were meant for the same key. */
    private void columns(String kind, List<Name> columns) {
        if (table.uniqueKeys().stream().anyMatch(other -> Names.sameKeys(other.columns(), columns))) {
            return;
        }
        Operation add = add(columns);
        List<Operation> change = List.of(Users.drop(table, key), add);
        if (isNamed) {
            change(kind, change, property);
        } else {
            change(kind + " that nobody named", change, property, made(add));
        }
    }

    private Operation add(List<Name> columns) {
        return new Operation.AddConstraint(table.name(), new UniqueKey(key.name(), columns, false));
    }

    private Operation index(boolean unique, Optional<String> rows) {
        List<IndexPart> parts = key.columns().stream().map(IndexPart::of).toList();
        return new Operation.CreateIndex(table.name(), new Index(key.name(), parts, unique, false, List.of(), rows));
    }

    private void change(String kind, List<Operation> change, Location... places) {
        original.migrations(kind, table.name() + " " + key.describe(), change, places);
    }
}
