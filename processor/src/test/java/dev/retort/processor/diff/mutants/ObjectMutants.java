package dev.retort.processor.diff.mutants;

import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.EnumOperation;
import dev.retort.processor.operation.EnumOperation.AddEnumValue;
import dev.retort.processor.operation.EnumOperation.CreateEnum;
import dev.retort.processor.operation.EnumOperation.DropEnum;
import dev.retort.processor.operation.EnumOperation.RenameEnumValue;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.ViewOperation;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.EnumType;
import dev.retort.processor.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes to what the migrations have beside tables and sequences: named types, objects known by their SQL, views. */
record ObjectMutants(Original original, TypedColumns columns) {

    ObjectMutants(Original original) {
        this(original, new TypedColumns(original));
    }

    void make() {
        original.head().extras().enumTypes().values().forEach(this::namedType);
        original.head().objects().forEach(this::object);
        original.head().extras().views().values().forEach(this::view);
    }

    private void namedType(EnumType type) {
        Location place = columns.firstOf(type.name());
        String first = type.labels().get(0);
        namedType(
                "add a value to a named type",
                type,
                List.of(new AddEnumValue(type.name(), "ADDED", Optional.empty())),
                place);
        namedType(
                "rename a value of a named type",
                type,
                List.of(new RenameEnumValue(type.name(), first, "RENAMED")),
                place);
        if (type.labels().size() > 1) {
            namedType(
                    "take a value out of a named type",
                    type,
                    anew(type, type.labels().subList(1, type.labels().size())),
                    place);
            namedType("reorder a named type", type, anew(type, Original.reversed(type.labels())));
        }
        drop(type);
    }

    private List<Operation> anew(EnumType type, List<String> labels) {
        return EnumOperation.replacement(
                original.head(),
                type.name(),
                new DropEnum(type.name()),
                new CreateEnum(new EnumType(type.name(), labels)));
    }

    /** With one column that becomes a text first: no database drops a type that is in use. */
    private void drop(EnumType type) {
        List<TypedColumns.Typed> typed = columns.of(type.name());
        if (typed.size() != 1) {
            return;
        }
        TypedColumns.Typed column = typed.get(0);
        List<Operation> change = new ArrayList<>();
        change.add(new Operation.AlterColumn(
                column.table().name(),
                column.column().name(),
                Optional.of(DataType.of(DataType.Kind.VARCHAR, 255)),
                Optional.empty(),
                Optional.empty()));
        change.add(new DropEnum(type.name()));
        Location property = original.ofColumn(column.table(), column.column().name());
        namedType("drop a named type and its use", type, change, property, property);
    }

    private void namedType(String kind, EnumType type, List<Operation> change, Location... places) {
        original.migrations(kind, type.name() + " " + type.labels(), change, places);
    }

    private void object(DatabaseObject object) {
        Location place = columns.firstOf(object.name());
        Operation drop = new Operation.DropObject(object.name());
        original.migrations("drop an object", object.name(), List.of(drop), place);
        original.migrations(
                "change an object",
                object.name(),
                List.of(
                        drop,
                        new Operation.CreateObject(
                                created(object, object.create().get(0) + " or other"))),
                place);
        original.migrations(
                "write an object differently",
                object.name(),
                List.of(
                        drop,
                        new Operation.CreateObject(
                                created(object, Original.spread(object.create().get(0))))));
    }

    private static DatabaseObject created(DatabaseObject object, String first) {
        List<String> create = new ArrayList<>(object.create());
        create.set(0, first);
        return new DatabaseObject(object.name(), create, object.drop());
    }

    private void view(View view) {
        Location place = original.ofTable(view.name());
        original.migrations("drop a view", view.name(), List.of(new ViewOperation.DropView(view.name())), place);
        original.migrations("change a view", view.name(), List.of(replace(view, " or 1 = 1", false)), place);
        original.migrations("write a view differently", view.name(), List.of(replace(view, "", true)));
    }

    private static Operation replace(View view, String more, boolean spread) {
        return new ViewOperation.ReplaceView(new View(
                view.name(), view.query().map(sql -> (spread ? Original.spread(sql) : sql) + more)));
    }
}
