package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.plain;
import static dev.retort.processor.diff.mutants.Original.plus;
import static dev.retort.processor.diff.mutants.Original.reversed;
import static dev.retort.processor.diff.mutants.Original.withoutLast;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.PartOperation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Changes to the primary key of a table of the migrations. Where foreign keys refer to it, only its order can change. */
record PrimaryKeyMutants(Original original, Table table) {

    void make() {
        table.primaryKey().ifPresent(key -> {
            original.migrations(
                    "rename a primary key",
                    table.name(),
                    List.of(new PartOperation.RenameConstraint(
                            table.name(), key.name().orElseThrow(), plain("pk_renamed_away"))));
            if (key.columns().size() > 1) {
                replace("reorder a primary key", key, reversed(key.columns()));
            }
            if (!Original.isReferredTo(original.head(), table)) {
                change("drop a primary key", key, List.of(Users.drop(table, key)));
                columns(key);
            }
        });
    }

    private void columns(PrimaryKey key) {
        if (key.columns().size() > 1) {
            replace("take a column out of a primary key", key, withoutLast(key.columns()));
        }
        table.columns().stream()
                .filter(column -> !column.nullable() && !Original.isInPrimaryKey(table, column))
                .map(Column::name)
                .findFirst()
                .ifPresent(column -> replace("add a column to a primary key", key, plus(key.columns(), column)));
    }

    private void replace(String kind, PrimaryKey key, List<Name> columns) {
        List<Operation> change = new ArrayList<>(Users.referrers(original.head(), table));
        change.add(Users.drop(table, key));
        change.add(new Operation.AddConstraint(table.name(), new PrimaryKey(key.name(), columns)));
        for (Table other : original.head().tables()) {
            for (ForeignKey foreign : other.foreignKeys()) {
                if (Original.refersTo(foreign, table)
                        && !other.name().key().equals(table.name().key())) {
                    change.add(new Operation.AddConstraint(other.name(), foreign));
                }
            }
        }
        change(kind, key, change);
    }

    private void change(String kind, PrimaryKey key, List<Operation> change) {
        original.migrations(kind, table.name(), change, original.ofFirst(table, key.columns()));
    }
}
