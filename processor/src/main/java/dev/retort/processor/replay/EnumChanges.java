package dev.retort.processor.replay;

import dev.retort.processor.operation.EnumOperation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.EnumType;
import dev.retort.processor.schema.JavaText;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Named enumeration types and their values. */
final class EnumChanges {
    /** PostgreSQL, CREATE TYPE: a label must be less than NAMEDATALEN bytes long. */
    private static final int LONGEST_LABEL = 63;

    private EnumChanges() {}

    static Schema apply(Schema schema, EnumOperation operation) {
        if (operation instanceof EnumOperation.CreateEnum create) {
            return create(schema, create.type());
        } else if (operation instanceof EnumOperation.DropEnum drop) {
            return drop(schema, type(schema, drop.type()));
        } else if (operation instanceof EnumOperation.AddEnumValue add) {
            EnumType type = type(schema, add.type());
            refuseKnown(type, add.value());
            checkLabel(type, add.value());
            int place = add.neighbour()
                    .map(neighbour -> place(type, neighbour.value()) + (neighbour.isAfter() ? 1 : 0))
                    .orElse(type.labels().size());
            return schema.with(schema.extras().with(type.with(add.value(), place)));
        } else if (operation instanceof EnumOperation.RenameEnumValue rename) {
            EnumType type = type(schema, rename.type());
            place(type, rename.value());
            refuseKnown(type, rename.newValue());
            checkLabel(type, rename.newValue());
            return schema.with(schema.extras().with(type.renamed(rename.value(), rename.newValue())));
        }
        throw new IllegalArgumentException("unknown operation " + operation.describe());
    }

    private static Schema create(Schema schema, EnumType type) {
        if (schema.extras().enumType(type.name()).isPresent()) {
            throw new InvalidOperationException("there is already a type " + type.name(), SchemaChange.TAKEN);
        }
        if (schema.object(type.name()).isPresent()) {
            throw new InvalidOperationException("there is already an object " + type.name(), SchemaChange.TAKEN);
        }
        // PostgreSQL, CREATE TYPE: a table is also a type of its name.
        SchemaChange.freeName(schema, type.name());
        if (type.labels().isEmpty()) {
            throw new InvalidOperationException(
                    "type " + type.name() + " has no value",
                    "name its values: op.createEnum("
                            + JavaText.literal(type.name().toString()) + ", \"…\")");
        }
        Set<String> seen = new HashSet<>();
        for (String label : type.labels()) {
            checkLabel(type, label);
            if (!seen.add(label)) {
                throw new InvalidOperationException(
                        "type " + type.name() + " has value '" + label + "' twice", "name it once");
            }
        }
        return schema.with(schema.extras().with(type));
    }

    private static Schema drop(Schema schema, EnumType type) {
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                if (type.isTypeOf(column)) {
                    throw new InvalidOperationException(
                            "type " + type.name() + " is still the type of column " + table.name() + "."
                                    + column.name(),
                            "drop that column first, or give it another type");
                }
            }
        }
        return schema.with(schema.extras().without(type));
    }

    private static EnumType type(Schema schema, QualifiedName name) {
        return schema.extras().enumType(name).orElseThrow(() -> {
            String near = Lookup.near(
                    name.toString(),
                    schema.extras().enumTypes().values().stream()
                            .map(known -> known.name().toString())
                            .toList());
            return schema.object(name).isPresent()
                    ? new InvalidOperationException(
                            name + " was made by createObject, and its values are not known",
                            "drop it, and make it with createEnum")
                    : new InvalidOperationException("there is no enumeration type " + name, near);
        });
    }

    private static int place(EnumType type, String label) {
        int place = type.labels().indexOf(label);
        if (place < 0) {
            List<String> known = type.labels();
            throw new InvalidOperationException(
                    "type " + type.name() + " has no value '" + label + "'", Lookup.near(label, known));
        }
        return place;
    }

    private static void refuseKnown(EnumType type, String label) {
        if (type.labels().contains(label)) {
            throw new InvalidOperationException(
                    "type " + type.name() + " already has a value '" + label + "'",
                    "leave this out, or choose another value");
        }
    }

    private static void checkLabel(EnumType type, String label) {
        if (label.isEmpty()) {
            throw new InvalidOperationException(
                    "a value of type " + type.name() + " is empty", "write a name for the value");
        }
        if (label.getBytes(StandardCharsets.UTF_8).length > LONGEST_LABEL) {
            throw new InvalidOperationException(
                    "value '" + label + "' of type " + type.name() + " is longer than " + LONGEST_LABEL + " bytes",
                    "choose a shorter value: PostgreSQL takes no longer one");
        }
    }
}
