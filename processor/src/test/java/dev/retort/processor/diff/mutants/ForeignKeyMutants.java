package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.plain;
import static dev.retort.processor.diff.mutants.Original.reversed;
import static dev.retort.processor.diff.mutants.Original.where;

import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.PartOperation;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.ForeignKey.Action;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;
import java.util.List;

/** Changes to a foreign key of the migrations. */
record ForeignKeyMutants(Original original, Table table, ForeignKey key, Location property) {

    ForeignKeyMutants(Original original, Table table, ForeignKey key) {
        this(original, table, key, original.ofFirst(table, key.columns()));
    }

    void make() {
        original.migrations("drop a foreign key", subject(), List.of(Users.drop(table, key)), property);
        boolean isNamed = original.isNamedByModel(table, key.name());
        original.migrations(
                isNamed ? "rename a foreign key" : "rename a foreign key that nobody named",
                subject(),
                List.of(new PartOperation.RenameConstraint(
                        table.name(), key.name().orElseThrow(), plain("fk_renamed_away"))),
                where(isNamed, property));
        actions();
        columns();
        targets();
    }

    private void actions() {
        for (Action action : Action.values()) {
            if (action != key.onDelete()) {
                replace(
                        "change an action",
                        " " + action,
                        with(key.columns(), key.table(), key.referenced(), action, key.onUpdate()),
                        property);
            }
            if (key.onUpdate() != Action.NO_ACTION && action != key.onUpdate()) {
                replace("change an action on update", " " + action, onUpdate(action), property);
            }
        }
        // What happens on update is the migrations' own where the mapping does not say it.
        if (key.onUpdate() == Action.NO_ACTION) {
            replace("say an action on update", "", onUpdate(Action.CASCADE));
        }
    }

    private ForeignKey onUpdate(Action action) {
        return with(key.columns(), key.table(), key.referenced(), key.onDelete(), action);
    }

    private void columns() {
        if (key.columns().size() > 1) {
            replace(
                    "reorder a foreign key",
                    "",
                    with(
                            reversed(key.columns()),
                            key.table(),
                            reversed(key.referenced()),
                            key.onDelete(),
                            key.onUpdate()),
                    property);
            replace(
                    "cross a foreign key",
                    "",
                    with(key.columns(), key.table(), reversed(key.referenced()), key.onDelete(), key.onUpdate()),
                    property);
        }
    }

    private void targets() {
        for (Table target : original.head().tables()) {
            if (!Original.refersTo(key, target)) {
                target.primaryKey()
                        .filter(primary ->
                                primary.columns().size() == key.columns().size())
                        .ifPresent(primary -> replace(
                                "change a target",
                                " now " + target.name(),
                                with(key.columns(), target.name(), primary.columns(), key.onDelete(), key.onUpdate()),
                                property));
            }
        }
    }

    private ForeignKey with(
            List<Name> columns, QualifiedName target, List<Name> referenced, Action onDelete, Action onUpdate) {
        return new ForeignKey(key.name(), columns, target, referenced, onDelete, onUpdate, false);
    }

    private void replace(String kind, String what, ForeignKey other, Location... places) {
        original.migrations(
                kind,
                subject() + what,
                List.of(Users.drop(table, key), new Operation.AddConstraint(table.name(), other)),
                places);
    }

    private String subject() {
        return table.name() + " " + key.describe();
    }
}
