package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.plain;

import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.EnumType;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the model has beside the tables of both: tables more, named types, views and other objects. */
record ModelObjectMutants(Original original, TypedColumns columns) {

    ModelObjectMutants(Original original) {
        this(original, new TypedColumns(original));
    }

    void make() {
        original.model("model: add a table", "added", schema().with(table()), original.fallback());
        original.model(
                "model: add an object",
                "mood",
                schema().with(object("mood", "create type mood as enum ('SAD','GLAD')", "drop type mood")),
                original.fallback());
        original.model(
                "model: add a view",
                "moods",
                schema().with(object("moods", "create view moods as select 1 as one", "drop view moods")),
                original.fallback());
        for (DatabaseObject object : original.model().schema().objects()) {
            Optional<EnumType> type = original.head().extras().enumType(object.name());
            if (type.isPresent()) {
                namedType(object, type.get());
            } else if (original.head().extras().view(object.name()).isPresent()) {
                view(object);
            } else {
                object(object);
            }
        }
    }

    private void namedType(DatabaseObject object, EnumType type) {
        Location place = columns.firstOf(object.name());
        String first = "'" + type.labels().get(0) + "'";
        replace("model: add a value to a named type", object, first, "'ADDED'," + first, place);
        replace("model: rename a value of a named type", object, first, "'RENAMED'", place);
        if (type.labels().size() > 1) {
            replace("model: take a value out of a named type", object, first + ",", "", place);
        }
    }

    private void view(DatabaseObject object) {
        Location place = original.ofTable(object.name());
        append("model: change a view", object, " or 1 = 1", place);
        original.model("model: remove a view", object.name(), schema().without(object));
    }

    private void object(DatabaseObject object) {
        append("model: change an object", object, " or other", columns.firstOf(object.name()));
        original.model(
                "model: remove an object",
                object.name(),
                schema().without(object),
                Original.made(new Operation.CreateObject(object)));
    }

    private void replace(String kind, DatabaseObject object, String from, String to, Location place) {
        String create = object.create().get(0);
        change(kind, object, create.replace(from, to), place);
    }

    private void append(String kind, DatabaseObject object, String more, Location place) {
        change(kind, object, object.create().get(0) + more, place);
    }

    private void change(String kind, DatabaseObject object, String first, Location place) {
        List<String> create = new ArrayList<>(object.create());
        create.set(0, first);
        original.model(
                kind, object.name(), schema().with(new DatabaseObject(object.name(), create, object.drop())), place);
    }

    private static DatabaseObject object(String name, String create, String drop) {
        return new DatabaseObject(QualifiedName.of(name), List.of(create), List.of(drop));
    }

    private static Table table() {
        return new Table(
                QualifiedName.of("added"),
                List.of(Column.of(plain("id"), DataType.nativeType("bigint"), false)),
                Optional.of(new PrimaryKey(Optional.empty(), List.of(plain("id")))),
                List.of(),
                List.of(),
                List.of(new Check(Optional.empty(), "id > 0", false)),
                List.of());
    }

    private Schema schema() {
        return original.model().schema();
    }
}
