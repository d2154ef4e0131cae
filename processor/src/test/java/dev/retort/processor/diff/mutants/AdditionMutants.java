package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.made;
import static dev.retort.processor.diff.mutants.Original.plain;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.ForeignKey.Action;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.List;
import java.util.Optional;

/** What the migrations have more on a table of both. */
record AdditionMutants(Original original, Table table, Name last) {

    AdditionMutants(Original original, Table table) {
        this(original, table, table.columns().get(table.columns().size() - 1).name());
    }

    void make() {
        column("add a column", true);
        column("add a column that is not null", false);
        indexes();
        if (table.uniqueKeys().stream().noneMatch(key -> Names.sameKeys(key.columns(), List.of(last)))) {
            constraint("add a unique key", new UniqueKey(name("uq_added"), List.of(last), false));
            onPurpose("add a unique key", new UniqueKey(name("uq_added"), List.of(last), true));
        }
        constraint("add a check", new Check(name("ck_added"), "1 = 1", false));
        onPurpose("add a check", new Check(name("ck_added"), "1 = 1", true));
        foreignKey();
    }

    private void column(String kind, boolean nullable) {
        found(
                kind,
                new Operation.AddColumn(
                        table.name(), Column.of(plain("added"), DataType.of(DataType.Kind.BIGINT), nullable)));
    }

    private void indexes() {
        if (table.indexes().stream().noneMatch(other -> Names.sameKeys(other.columns(), List.of(last)))) {
            found("add an index", create(Index.on(name("ix_added"), List.of(last), false, false)));
            silent(
                    "add an index of the database's own",
                    create(Index.on(name("ix_added"), List.of(last), false, true)));
        }
        found(
                "add an index on an expression",
                create(new Index(name("ix_added"), List.of(IndexPart.of("lower(" + last + ")")), false, false)));
    }

    private void foreignKey() {
        table.primaryKey()
                .filter(key -> key.columns().size() == 1)
                .filter(key -> table.foreignKeys().stream()
                        .noneMatch(own -> own.columns().equals(key.columns())))
                .ifPresent(key -> {
                    constraint("add a foreign key", toItself(key.columns(), false));
                    onPurpose("add a foreign key", toItself(key.columns(), true));
                });
    }

    private ForeignKey toItself(List<Name> key, boolean databaseOnly) {
        return new ForeignKey(
                name("fk_added"), key, table.name(), key, Action.NO_ACTION, Action.NO_ACTION, databaseOnly);
    }

    private void constraint(String kind, Constraint constraint) {
        found(kind, add(constraint));
    }

    private void onPurpose(String kind, Constraint constraint) {
        silent(kind + " of the database's own", add(constraint));
    }

    private void found(String kind, Operation operation) {
        original.migrations(kind, table.name(), List.of(operation), made(operation));
    }

    private void silent(String kind, Operation operation) {
        original.migrations(kind, table.name(), List.of(operation));
    }

    private Operation add(Constraint constraint) {
        return new Operation.AddConstraint(table.name(), constraint);
    }

    private Operation create(Index index) {
        return new Operation.CreateIndex(table.name(), index);
    }

    private static Optional<Name> name(String text) {
        return Optional.of(plain(text));
    }
}
