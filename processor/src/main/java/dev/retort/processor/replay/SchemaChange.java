package dev.retort.processor.replay;

import dev.retort.processor.operation.EnumOperation;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.PartOperation;
import dev.retort.processor.operation.RowOperation;
import dev.retort.processor.operation.SchemaOperation;
import dev.retort.processor.operation.SequenceOperation;
import dev.retort.processor.operation.SqlOnly;
import dev.retort.processor.operation.StateOnly;
import dev.retort.processor.operation.TriggerOperation;
import dev.retort.processor.operation.ViewOperation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The schema after one operation, or an {@link InvalidOperationException}. */
final class SchemaChange {

    static final String TAKEN = "choose another name, or first drop or rename what has it";

    private static final String NO_SQL = "write the SQL, or leave the call out";

    private SchemaChange() {}

    static Schema apply(Schema schema, Operation operation) {
        if (operation instanceof Operation.CreateTable create) {
            return createTable(schema, create.table());
        } else if (operation instanceof Operation.DropTable drop) {
            return dropTable(schema, drop.table());
        } else if (operation instanceof Operation.RenameTable rename) {
            return renameTable(schema, rename);
        } else if (operation instanceof Operation.CommentOnTable comment) {
            return schema.with(Lookup.table(schema, comment.table()).withComment(comment.comment()));
        } else if (operation instanceof Operation.AddColumn add) {
            return addColumn(schema, add);
        } else if (operation instanceof Operation.DropColumn drop) {
            return ColumnChanges.drop(schema, drop);
        } else if (operation instanceof Operation.RenameColumn rename) {
            return ColumnChanges.rename(schema, rename);
        } else if (operation instanceof Operation.AlterColumn alter) {
            return ColumnChanges.alter(schema, alter);
        } else if (operation instanceof Operation.CreateIndex create) {
            Table table = Lookup.table(schema, create.table());
            ConstraintChanges.checkIndex(schema, table, create.index());
            return schema.with(table.with(create.index()));
        } else if (operation instanceof Operation.DropIndex drop) {
            return ConstraintChanges.dropIndex(schema, drop);
        } else if (operation instanceof PartOperation part) {
            return PartChanges.apply(schema, part);
        } else if (operation instanceof Operation.AddConstraint add) {
            Table table = Lookup.table(schema, add.table());
            ConstraintChanges.checkNew(schema, table, add.constraint());
            return schema.with(table.with(add.constraint()));
        } else if (operation instanceof Operation.DropConstraint drop) {
            return ConstraintChanges.drop(schema, drop);
        } else if (operation instanceof Operation.CreateSequence create) {
            freeName(schema, create.sequence().name());
            SequenceChanges.check(create.sequence());
            return schema.with(create.sequence());
        } else if (operation instanceof RowOperation rows) {
            RowChecks.check(schema, rows);
        } else if (operation instanceof SequenceOperation change) {
            return SequenceChanges.apply(schema, change);
        } else if (operation instanceof Operation.DropSequence drop) {
            return schema.without(sequence(schema, drop.sequence()));
        } else if (operation instanceof Operation.CreateObject create) {
            if (schema.extras().enumType(create.object().name()).isPresent()) {
                throw new InvalidOperationException(
                        "there is already a type " + create.object().name(), TAKEN);
            }
            if (schema.object(create.object().name()).isPresent()) {
                throw new InvalidOperationException(
                        "there is already an object " + create.object().name(), TAKEN);
            }
            return schema.with(create.object());
        } else if (operation instanceof Operation.DropObject drop) {
            return dropObject(schema, drop.object());
        } else if (operation instanceof Operation.Execute execute
                && execute.sql().isBlank()) {
            throw new InvalidOperationException("execute has no SQL", NO_SQL);
        } else if (operation instanceof ViewOperation view) {
            return ViewChanges.apply(schema, view);
        } else if (operation instanceof TriggerOperation trigger) {
            return TriggerChanges.apply(schema, trigger);
        } else if (operation instanceof SchemaOperation namespace) {
            return NamespaceChanges.apply(schema, namespace);
        } else if (operation instanceof EnumOperation type) {
            return EnumChanges.apply(schema, type);
        } else if (operation instanceof StateOnly state) {
            return apply(schema, state.operation());
        } else if (operation instanceof SqlOnly sql) {
            return withEffects(schema, sql);
        }
        return schema;
    }

    private static Schema withEffects(Schema schema, SqlOnly sql) {
        if (sql.sql().texts().stream().anyMatch(String::isBlank)) {
            throw new InvalidOperationException("sqlOnly has no SQL", NO_SQL);
        }
        Schema after = schema;
        for (Operation effect : sql.effects()) {
            try {
                after = apply(after, effect);
            } catch (InvalidOperationException invalid) {
                throw new InvalidOperationException(
                        "its effect " + effect.describe() + " fails: " + invalid.summary(), invalid.help());
            }
        }
        return after;
    }

    private static Schema createTable(Schema schema, Table table) {
        freeName(schema, table.name());
        if (table.columns().isEmpty()) {
            throw new InvalidOperationException(
                    "table " + table.name() + " has no column", "add one: table.column(\"…\", …)");
        }
        for (int i = 0; i < table.columns().size(); i++) {
            Name name = table.columns().get(i).name();
            if (table.columns().subList(0, i).stream()
                    .anyMatch(other -> other.name().sameKey(name))) {
                throw new InvalidOperationException(
                        "table " + table.name() + " has column " + name + " twice",
                        "leave one of them out, or choose another name");
            }
        }
        Table checked = new Table(
                table.name(),
                table.columns(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                table.comment());
        // Keys first: a foreign key may refer to a key of its own table.
        for (var constraint : table.constraints().stream()
                .sorted(Comparator.comparing(constraint -> constraint instanceof ForeignKey))
                .toList()) {
            ConstraintChanges.checkNew(schema.with(checked), checked, constraint);
            checked = checked.with(constraint);
        }
        return schema.with(table);
    }

    private static Schema dropTable(Schema schema, QualifiedName name) {
        Table table = Lookup.table(schema, name);
        for (Table other : schema.tables()) {
            if (!other.name().key().equals(table.name().key())) {
                other.foreignKeys().stream()
                        .filter(key -> key.table().key().equals(table.name().key()))
                        .findFirst()
                        .ifPresent(key -> {
                            throw new InvalidOperationException(
                                    "table " + table.name() + " is still referred to by "
                                            + ConstraintChanges.describe(other, key),
                                    "drop that first:\n" + ConstraintChanges.dropCode(other, key));
                        });
            }
        }
        ViewChanges.refuseWhileRead(schema, table.name(), "table " + table.name());
        TriggerChanges.refuseDrop(schema, table);
        return schema.without(table).with(schema.extras().withoutTriggersOn(table.name()));
    }

    private static Schema renameTable(Schema schema, Operation.RenameTable rename) {
        Table table = Lookup.table(schema, rename.table());
        QualifiedName newName = table.name().renamed(rename.newName());
        if (!newName.key().equals(table.name().key())) {
            freeName(schema, newName);
            ViewChanges.refuseRename(schema, table);
        }
        Schema renamed = schema.without(table).with(table.renamed(newName));
        for (Table other : List.copyOf(renamed.tables())) {
            renamed = renamed.with(ConstraintChanges.retarget(other, table.name(), newName));
        }
        return renamed.with(schema.extras().renamed(table.name(), newName));
    }

    private static Schema addColumn(Schema schema, Operation.AddColumn add) {
        Table table = Lookup.table(schema, add.table());
        Column column = add.column();
        if (table.column(column.name()).isPresent()) {
            throw new InvalidOperationException(
                    "table " + table.name() + " already has a column " + column.name(),
                    "leave this out, choose another name, or change the column that is there with op.alterColumn");
        }
        return schema.with(table.with(column));
    }

    static Sequence sequence(Schema schema, QualifiedName name) {
        return schema.sequence(name)
                .orElseThrow(() -> new InvalidOperationException(
                        "there is no sequence " + name,
                        Lookup.near(
                                name.toString(),
                                schema.sequences().stream()
                                        .map(sequence -> sequence.name().toString())
                                        .toList())));
    }

    private static Schema dropObject(Schema schema, QualifiedName name) {
        DatabaseObject object = schema.object(name)
                .orElseThrow(() -> new InvalidOperationException(
                        "there is no object " + name,
                        Lookup.near(
                                name.toString(),
                                schema.objects().stream()
                                        .map(known -> known.name().toString())
                                        .toList())));
        if (object.drop().isEmpty()) {
            throw new InvalidOperationException(
                    "createObject does not say how to drop " + name, "add .dropWith(\"…\") there");
        }
        return schema.without(object);
    }

    /** Tables, views and sequences share their names: where a dialect has no sequences, tables stand in for them. */
    static void freeName(Schema schema, QualifiedName name) {
        if (schema.table(name).isPresent()) {
            throw new InvalidOperationException("there is already a table " + name, TAKEN);
        }
        if (schema.sequence(name).isPresent()) {
            throw new InvalidOperationException("there is already a sequence " + name, TAKEN);
        }
        if (schema.extras().view(name).isPresent()) {
            throw new InvalidOperationException("there is already a view " + name, TAKEN);
        }
    }
}
