package dev.retort.processor.sql;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AddColumn;
import dev.retort.processor.operation.Operation.AddConstraint;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.Operation.CommentOnTable;
import dev.retort.processor.operation.Operation.CreateIndex;
import dev.retort.processor.operation.Operation.CreateObject;
import dev.retort.processor.operation.Operation.CreateSequence;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.operation.Operation.DropColumn;
import dev.retort.processor.operation.Operation.DropConstraint;
import dev.retort.processor.operation.Operation.DropIndex;
import dev.retort.processor.operation.Operation.DropObject;
import dev.retort.processor.operation.Operation.DropSequence;
import dev.retort.processor.operation.Operation.DropTable;
import dev.retort.processor.operation.Operation.RenameColumn;
import dev.retort.processor.operation.Operation.RenameTable;
import dev.retort.processor.operation.PartOperation.RenameIndex;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;

/** The schema after valid operations: what tests need of a replay. */
final class SchemaFold {

    private SchemaFold() {}

    static Schema after(Schema schema, Operation operation) {
        if (operation instanceof CreateTable create) {
            return schema.with(create.table());
        } else if (operation instanceof DropTable drop) {
            return schema.without(table(schema, drop.table()));
        } else if (operation instanceof RenameTable rename) {
            return renamed(schema, rename.table(), rename.newName());
        } else if (operation instanceof CommentOnTable on) {
            return schema.with(table(schema, on.table()).withComment(on.comment()));
        } else if (operation instanceof CreateObject create) {
            return schema.with(create.object());
        } else if (operation instanceof DropObject drop) {
            return schema.without(schema.object(drop.object()).orElseThrow());
        } else if (operation instanceof AddColumn add) {
            return schema.with(table(schema, add.table()).with(add.column()));
        } else if (operation instanceof DropColumn drop) {
            Table table = table(schema, drop.table());
            return schema.with(table.without(table.column(drop.column()).orElseThrow()));
        } else if (operation instanceof RenameColumn rename) {
            return renamed(schema, rename);
        } else if (operation instanceof AlterColumn alter) {
            Table table = table(schema, alter.table());
            Column old = table.column(alter.column()).orElseThrow();
            return schema.with(table.replace(old, alter.apply(old)));
        } else if (operation instanceof CreateIndex create) {
            return schema.with(table(schema, create.table()).with(create.index()));
        } else if (operation instanceof DropIndex drop) {
            Table table = table(schema, drop.table());
            return schema.with(table.without(table.index(drop.index()).orElseThrow()));
        } else if (operation instanceof RenameIndex rename) {
            Table table = table(schema, rename.table());
            Index index = table.index(rename.index()).orElseThrow();
            return schema.with(table.replace(index, index.named(rename.newName())));
        } else if (operation instanceof AddConstraint add) {
            return schema.with(table(schema, add.table()).with(add.constraint()));
        } else if (operation instanceof DropConstraint drop) {
            Table table = table(schema, drop.table());
            return schema.with(table.without(table.constraint(drop.constraint()).orElseThrow()));
        } else if (operation instanceof CreateSequence create) {
            return schema.with(create.sequence());
        } else if (operation instanceof DropSequence drop) {
            return schema.without(schema.sequence(drop.sequence()).orElseThrow());
        }
        return schema;
    }

    /** For each operation the schema before it, and at the end the schema after all. */
    static List<Schema> schemas(Schema first, List<Operation> operations) {
        List<Schema> schemas = new ArrayList<>(List.of(first));
        for (Operation operation : operations) {
            schemas.add(after(schemas.get(schemas.size() - 1), operation));
        }
        return schemas;
    }

    /** The operations that create a schema whose tables stand in an order that allows it. */
    static List<Operation> creation(Schema schema) {
        List<Operation> operations = new ArrayList<>();
        schema.objects().forEach(object -> operations.add(new CreateObject(object)));
        schema.sequences().forEach(sequence -> operations.add(new CreateSequence(sequence)));
        // Foreign keys come last: a later rename or key may refer to a table that was created later.
        schema.tables().forEach(table -> {
            operations.add(new CreateTable(table.withIndexes(List.of()).withForeignKeys(selfReferences(table))));
            table.indexes().forEach(index -> operations.add(new CreateIndex(table.name(), index)));
        });
        schema.tables()
                .forEach(table -> table.foreignKeys().stream()
                        .filter(key -> !selfReferences(table).contains(key))
                        .forEach(key -> operations.add(new AddConstraint(table.name(), key))));
        return operations;
    }

    private static List<ForeignKey> selfReferences(Table table) {
        return table.foreignKeys().stream()
                .filter(key -> key.table().key().equals(table.name().key()))
                .toList();
    }

    private static Table table(Schema schema, QualifiedName name) {
        return schema.table(name).orElseThrow();
    }

    private static Schema renamed(Schema schema, QualifiedName old, Name newName) {
        List<Table> tables = new ArrayList<>();
        for (Table table : schema.tables()) {
            List<ForeignKey> keys = table.foreignKeys().stream()
                    .map(key -> key.table().key().equals(old.key())
                            ? new ForeignKey(
                                    key.name(),
                                    key.columns(),
                                    old.renamed(newName),
                                    key.referenced(),
                                    key.onDelete(),
                                    key.onUpdate(),
                                    key.databaseOnly())
                            : key)
                    .toList();
            Table changed = table.withForeignKeys(keys);
            tables.add(table.name().key().equals(old.key()) ? changed.renamed(old.renamed(newName)) : changed);
        }
        return Schema.of(tables, schema.sequences(), schema.objects());
    }

    private static Schema renamed(Schema schema, RenameColumn rename) {
        List<Table> tables = new ArrayList<>();
        for (Table table : schema.tables()) {
            boolean own = table.name().key().equals(rename.table().key());
            List<ForeignKey> keys = table.foreignKeys().stream()
                    .map(key -> new ForeignKey(
                            key.name(),
                            own ? replace(key.columns(), rename) : key.columns(),
                            key.table(),
                            key.table().key().equals(rename.table().key())
                                    ? replace(key.referenced(), rename)
                                    : key.referenced(),
                            key.onDelete(),
                            key.onUpdate(),
                            key.databaseOnly()))
                    .toList();
            Table changed = table.withForeignKeys(keys);
            tables.add(!own ? changed : own(changed, rename));
        }
        return Schema.of(tables, schema.sequences(), schema.objects());
    }

    private static Table own(Table table, RenameColumn rename) {
        return new Table(
                table.name(),
                table.columns().stream()
                        .map(column ->
                                column.name().sameKey(rename.column()) ? column.renamed(rename.newName()) : column)
                        .toList(),
                table.primaryKey().map(key -> new PrimaryKey(key.name(), replace(key.columns(), rename))),
                table.foreignKeys(),
                table.uniqueKeys().stream()
                        .map(key -> new UniqueKey(key.name(), replace(key.columns(), rename), key.databaseOnly()))
                        .toList(),
                table.checks(),
                table.indexes().stream()
                        .map(index -> index.replace(rename.column(), rename.newName()))
                        .toList(),
                table.comment());
    }

    private static List<Name> replace(List<Name> names, RenameColumn rename) {
        return Names.replace(names, rename.column(), rename.newName());
    }
}
