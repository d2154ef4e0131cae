package dev.retort.processor.replay;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.Exclusion;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.JavaText;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.List;
import java.util.Set;

/** Dropping, renaming and altering columns that keys, indexes and checks may use. */
final class ColumnChanges {

    private static final Set<DataType.Kind> NUMBERS = Set.of(
            DataType.Kind.TINYINT,
            DataType.Kind.SMALLINT,
            DataType.Kind.INTEGER,
            DataType.Kind.BIGINT,
            DataType.Kind.NUMERIC,
            DataType.Kind.NATIVE);

    private ColumnChanges() {}

    static Schema drop(Schema schema, Operation.DropColumn drop) {
        Table table = Lookup.table(schema, drop.table());
        Column column = Lookup.column(table, drop.column());
        if (table.columns().size() == 1) {
            throw new InvalidOperationException(
                    "column " + column.name() + " is the only one of table " + table.name(),
                    "drop the table in its place:\nop.dropTable("
                            + JavaText.literal(table.name().toString()) + ");");
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint.mentions(column.name())) {
                throw stillUsed(
                        table,
                        column,
                        ConstraintChanges.describe(table, constraint),
                        ConstraintChanges.dropCode(table, constraint));
            }
        }
        for (Index index : table.indexes()) {
            if (index.mentions(column.name())) {
                throw stillUsed(
                        table,
                        column,
                        index.describe() + " of table " + table.name(),
                        ConstraintChanges.dropCode(table, index));
            }
        }
        for (Table other : schema.tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                if (key.table().key().equals(table.name().key()) && Names.contains(key.referenced(), column.name())) {
                    throw stillUsed(
                            table,
                            column,
                            ConstraintChanges.describe(other, key),
                            ConstraintChanges.dropCode(other, key));
                }
            }
        }
        table.columns().stream()
                .filter(other -> !other.name().sameKey(column.name()))
                .filter(other -> other.generatedAs()
                        .filter(sql -> Names.mentions(sql, column.name()))
                        .isPresent())
                .findFirst()
                .ifPresent(other -> {
                    throw new InvalidOperationException(
                            "column " + column.name() + " of table " + table.name() + " is still used by column "
                                    + other.name() + ", which is generated from it",
                            "drop that first:\nop.dropColumn("
                                    + JavaText.literal(table.name().toString()) + ", "
                                    + JavaText.literal(other.name().toString()) + ");");
                });
        ViewChanges.refuseDrop(schema, table, column.name());
        TriggerChanges.refuseDrop(schema, table, column.name());
        return schema.with(table.without(column));
    }

    private static InvalidOperationException stillUsed(Table table, Column column, String user, String cure) {
        return new InvalidOperationException(
                "column " + column.name() + " of table " + table.name() + " is still used by " + user,
                "drop that first:\n" + cure);
    }

    static Schema rename(Schema schema, Operation.RenameColumn rename) {
        Table table = Lookup.table(schema, rename.table());
        Column column = Lookup.column(table, rename.column());
        Name newName = rename.newName();
        if (!newName.sameKey(column.name()) && table.column(newName).isPresent()) {
            throw new InvalidOperationException(
                    "table " + table.name() + " already has a column " + newName,
                    "choose another name, or first drop or rename that column");
        }
        for (Check check : table.checks()) {
            if (Names.mentions(check.condition(), column.name())) {
                throw new InvalidOperationException(
                        "column " + column.name() + " is used by " + ConstraintChanges.describe(table, check)
                                + ", whose text cannot be rewritten",
                        "drop the check before and add it after:\n" + ConstraintChanges.dropCode(table, check));
            }
        }
        ViewChanges.refuseRename(schema, table, column.name());
        TriggerChanges.refuseRename(schema, table, column.name());
        for (Exclusion exclusion : table.exclusions()) {
            if (exclusion.mentionsInText(column.name())) {
                throw new InvalidOperationException(
                        "column " + column.name() + " is used by " + ConstraintChanges.describe(table, exclusion)
                                + ", whose text cannot be rewritten",
                        "drop the exclusion before and add it after:\n" + ConstraintChanges.dropCode(table, exclusion));
            }
        }
        for (Index index : table.indexes()) {
            if (index.mentionsInText(column.name())) {
                throw new InvalidOperationException(
                        "column " + column.name() + " is used by " + index.describe() + " of table " + table.name()
                                + ", whose text cannot be rewritten",
                        "drop the index before and add it after:\n" + ConstraintChanges.dropCode(table, index));
            }
        }
        Table renamed = table.renamed(column, newName);
        Schema after = schema.with(renamed);
        for (Table other : List.copyOf(after.tables())) {
            after = after.with(other.withForeignKeys(other.foreignKeys().stream()
                    .map(key -> referring(key, table.name(), column.name(), newName))
                    .toList()));
        }
        return after;
    }

    private static ForeignKey referring(ForeignKey key, QualifiedName table, Name from, Name to) {
        return key.table().key().equals(table.key())
                ? new ForeignKey(
                        key.name(),
                        key.columns(),
                        key.table(),
                        Names.replace(key.referenced(), from, to),
                        key.onDelete(),
                        key.onUpdate(),
                        key.databaseOnly())
                : key;
    }

    static Schema alter(Schema schema, Operation.AlterColumn alter) {
        Table table = Lookup.table(schema, alter.table());
        Column column = Lookup.column(table, alter.column());
        Column altered = alter.apply(column);
        checkNumbering(alter, table, column, altered);
        checkGeneration(alter, table, column, altered);
        boolean inKey = table.primaryKey()
                .filter(key -> Names.contains(key.columns(), column.name()))
                .isPresent();
        if (altered.nullable() && inKey) {
            throw new InvalidOperationException(
                    "column " + column.name() + " is part of the primary key of table " + table.name()
                            + " and cannot be nullable",
                    "leave nullable() out, or drop the primary key before");
        }
        if (altered.identity() && (altered.nullable() || altered.defaultValue().isPresent())) {
            throw new InvalidOperationException(
                    "column " + column.name()
                            + " is numbered by the database: it can be neither nullable nor have a default",
                    column.identity()
                            ? "leave nullable() and the default out, or add .dropIdentity()"
                            : plainFirst(table, column));
        }
        if (altered.generatedAs().isPresent() && altered.defaultValue().isPresent()) {
            throw new InvalidOperationException(
                    "column " + column.name() + " is generated: it cannot have a default",
                    column.defaultValue().isPresent()
                            ? plainFirst(table, column)
                            : "leave the default out, or make it a plain column with .dropGenerated()");
        }
        Table changed = table.replace(column, altered);
        Schema after = schema.with(changed);
        if (alter.type().isPresent()) {
            for (Table other : after.tables()) {
                for (ForeignKey key : other.foreignKeys()) {
                    boolean refers = other.name().key().equals(table.name().key())
                            && Names.contains(key.columns(), column.name());
                    boolean isReferred = key.table().key().equals(table.name().key())
                            && Names.contains(key.referenced(), column.name());
                    if (refers || isReferred) {
                        ConstraintChanges.checkTypes(
                                other,
                                key,
                                Lookup.table(after, key.table()),
                                "drop the key first, change both columns, and add it again:\n"
                                        + ConstraintChanges.dropCode(other, key));
                    }
                }
            }
        }
        return after;
    }

    /** The column as it must be before the database fills it. */
    private static String plainFirst(Table table, Column column) {
        return "change that first:\nop.alterColumn("
                + JavaText.literal(table.name().toString()) + ", "
                + JavaText.literal(column.name().toString()) + ")"
                + (column.defaultValue().isPresent() ? ".dropDefault()" : "")
                + (column.nullable() ? ".notNull()" : "") + ";";
    }

    private static void checkNumbering(Operation.AlterColumn alter, Table table, Column column, Column altered) {
        if (alter.identity().isEmpty()) {
            return;
        }
        String what = "column " + column.name() + " of table " + table.name();
        if (alter.identity().get().equals(column.identity())) {
            throw new InvalidOperationException(
                    what
                            + (column.identity()
                                    ? " is numbered by the database already"
                                    : " is not numbered by the database"),
                    "leave " + (column.identity() ? "identity()" : "dropIdentity()") + " out");
        }
        if (alter.identity().get() && !NUMBERS.contains(altered.type().kind())) {
            throw new InvalidOperationException(
                    what + " is " + altered.type().describe() + " and cannot hold the numbers of rows",
                    "change its type too, to one of whole numbers: .type(bigint())");
        }
    }

    private static void checkGeneration(Operation.AlterColumn alter, Table table, Column column, Column altered) {
        String what = "column " + column.name() + " of table " + table.name();
        boolean isDropped =
                alter.generatedAs().filter(sql -> sql.value().isEmpty()).isPresent();
        if (isDropped && column.generatedAs().isEmpty()) {
            throw new InvalidOperationException(what + " is not generated", "leave dropGenerated() out");
        }
        if (altered.generatedAs().isPresent() && altered.identity()) {
            throw new InvalidOperationException(
                    what + " cannot be both generated and numbered by the database",
                    "keep one of the two: "
                            + (column.identity()
                                    ? ".dropIdentity() in the same call ends its numbers"
                                    : "leave identity() or generatedAs(…) out"));
        }
        if (alter.using().isPresent()
                && (column.generatedAs().isPresent() || altered.generatedAs().isPresent())) {
            throw new InvalidOperationException(
                    what + " is generated: there are no values to convert",
                    "leave using(…) out: the database computes the values");
        }
    }
}
