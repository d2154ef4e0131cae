package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.made;
import static dev.retort.processor.diff.mutants.Original.plain;

import dev.retort.processor.operation.EnumOperation.CreateEnum;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.SchemaOperation.CreateSchema;
import dev.retort.processor.operation.TriggerOperation.CreateTrigger;
import dev.retort.processor.operation.ViewOperation.CreateView;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.EnumType;
import dev.retort.processor.schema.Exclusion;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.Trigger;
import dev.retort.processor.schema.UniqueKey;
import dev.retort.processor.schema.View;
import dev.retort.processor.schema.WrittenSql;
import java.util.List;
import java.util.Optional;

/** What the migrations have more beside the tables of both. */
record SchemaAdditionMutants(Original original) {
    private static final QualifiedName ADDED = QualifiedName.of("added");

    void make() {
        found("add a table", new Operation.CreateTable(table()));
        found("add a sequence", new Operation.CreateSequence(new Sequence(QualifiedName.of("added_seq"), 1, 1)));
        found(
                "add an object",
                new Operation.CreateObject(new DatabaseObject(
                        ADDED, List.of("create type added as enum ('a')"), List.of("drop type added"))));
        found("add a named type", new CreateEnum(new EnumType(ADDED, List.of("a"))));
        silent("add a view", new CreateView(new View(ADDED, WrittenSql.of("select 1 as one"))));
        silent("add a schema", new CreateSchema(plain("added")));
        original.head().tables().stream().findFirst().ifPresent(this::onTable);
    }

    /** What no mapping can say of a table. */
    private void onTable(Table table) {
        IndexPart first = IndexPart.of(table.columns().get(0).name());
        silent(
                "add an exclusion",
                new Operation.AddConstraint(
                        table.name(),
                        new Exclusion(
                                Optional.of(plain("ex_added")),
                                "gist",
                                List.of(new Exclusion.Element(first, "=")),
                                Optional.empty())));
        String sql = "create trigger tr_added after insert on " + table.name() + " begin end";
        silent("add a trigger", new CreateTrigger(new Trigger(plain("tr_added"), table.name(), WrittenSql.of(sql))));
    }

    private static Table table() {
        return new Table(
                ADDED,
                List.of(Column.of(plain("id"), DataType.of(DataType.Kind.BIGINT), false)),
                Optional.of(new PrimaryKey(Optional.of(plain("pk_added")), List.of(plain("id")))),
                List.of(),
                List.of(new UniqueKey(Optional.of(plain("uq_added")), List.of(plain("id")), false)),
                List.of(new Check(Optional.of(plain("ck_added")), "id > 0", false)),
                List.of());
    }

    private void found(String kind, Operation operation) {
        original.migrations(kind, ADDED, List.of(operation), made(operation));
    }

    private void silent(String kind, Operation operation) {
        original.migrations(kind, ADDED, List.of(operation));
    }
}
