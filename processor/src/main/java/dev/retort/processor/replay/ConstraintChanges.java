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
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.List;
import java.util.stream.Stream;

/** Adding and dropping keys, checks and indexes. */
final class ConstraintChanges {

    private static final String ANOTHER_NAME = "choose another name: indexes and constraints of a schema share theirs";

    private ConstraintChanges() {}

    /** @param table as it is without the constraint */
    static void checkNew(Schema schema, Table table, Constraint constraint) {
        constraint.name().ifPresent(name -> freeName(schema, table, name));
        if (constraint instanceof Check check) {
            if (check.condition().isBlank()) {
                throw new InvalidOperationException(
                        "a check on table " + table.name() + " has no condition",
                        "write as SQL what holds for every row, such as price > 0");
            }
            return;
        }
        if (constraint instanceof Exclusion exclusion) {
            // A column may be compared by several operators.
            exclusion.columns().forEach(column -> Lookup.column(table, column));
            return;
        }
        List<Column> columns = Lookup.columns(table, constraint.columns(), constraint.describe());
        if (constraint instanceof PrimaryKey) {
            if (table.primaryKey().isPresent()) {
                throw new InvalidOperationException(
                        "table " + table.name() + " already has a primary key",
                        "drop that first:\n"
                                + dropCode(table, table.primaryKey().get()));
            }
            columns.stream().filter(Column::nullable).findFirst().ifPresent(column -> {
                throw new InvalidOperationException(
                        "column " + column.name() + " is nullable and cannot be part of a primary key",
                        "change it before:\nop.alterColumn("
                                + JavaText.literal(table.name().toString()) + ", "
                                + JavaText.literal(column.name().toString()) + ").notNull();");
            });
        } else if (constraint instanceof ForeignKey key) {
            Table target = Lookup.table(schema, key.table());
            Lookup.columns(target, key.referenced(), key.describe());
            if (!isKey(target, key.referenced())) {
                throw new InvalidOperationException(
                        key.describe() + " refers to columns that are no key of table " + target.name(),
                        "refer to the primary key or a unique key");
            }
            checkTypes(table, key, target);
        } else if (constraint instanceof UniqueKey
                && table.uniqueKeys().stream()
                        .anyMatch(other -> Names.sameKeys(other.columns(), constraint.columns()))) {
            throw new InvalidOperationException(
                    "table " + table.name() + " already has a " + constraint.describe(),
                    "leave this one out: the other keeps the values apart");
        }
    }

    private static boolean isKey(Table table, List<Name> columns) {
        List<String> wanted = columns.stream().map(Name::key).sorted().toList();
        return table.primaryKey()
                        .filter(key -> sorted(key.columns()).equals(wanted))
                        .isPresent()
                || table.uniqueKeys().stream()
                        .anyMatch(key -> sorted(key.columns()).equals(wanted))
                || table.indexes().stream()
                        .anyMatch(index -> index.unique()
                                && index.isOnColumns()
                                && sorted(index.columns()).equals(wanted));
    }

    private static List<String> sorted(List<Name> names) {
        return names.stream().map(Name::key).sorted().toList();
    }

    /** Lengths may differ; kinds may not. A native type is the database's business. */
    static void checkTypes(Table table, ForeignKey key, Table target) {
        checkTypes(table, key, target, "");
    }

    /** @param help for a key that is there already; empty for one that is new */
    static void checkTypes(Table table, ForeignKey key, Table target, String help) {
        for (int i = 0; i < key.columns().size(); i++) {
            Column column = Lookup.column(table, key.columns().get(i));
            Column referenced = Lookup.column(target, key.referenced().get(i));
            var kind = column.type().kind();
            var referencedKind = referenced.type().kind();
            boolean unknown = kind == DataType.Kind.NATIVE || referencedKind == DataType.Kind.NATIVE;
            if (kind != referencedKind && !unknown) {
                throw new InvalidOperationException(
                        key.describe() + " pairs " + table.name() + "." + column.name() + ", which is "
                                + column.type().describe() + ", with " + target.name() + "." + referenced.name()
                                + ", which is " + referenced.type().describe(),
                        help.isEmpty()
                                ? "give both one type: that of " + target.name() + "." + referenced.name() + " is "
                                        + referenced.type()
                                : help);
            }
        }
    }

    static void checkIndex(Schema schema, Table table, Index index) {
        index.name().ifPresent(name -> freeName(schema, table, name));
        if (index.parts().isEmpty() || !index.columns().isEmpty()) {
            Lookup.columns(table, index.columns(), index.describe());
        }
        if (!index.included().isEmpty()) {
            List<Name> held = Stream.concat(index.columns().stream(), index.included().stream())
                    .toList();
            Lookup.columns(table, held, index.describe());
        }
    }

    static Schema dropIndex(Schema schema, Operation.DropIndex drop) {
        Table table = Lookup.table(schema, drop.table());
        Index index = Lookup.index(table, drop.index());
        Table without = table.without(index);
        checkStillReferable(schema.with(without), without, index.columns());
        return schema.with(without);
    }

    static Schema drop(Schema schema, Operation.DropConstraint drop) {
        Table table = Lookup.table(schema, drop.table());
        Constraint constraint = Lookup.constraint(table, drop.constraint());
        Table without = table.without(constraint);
        checkStillReferable(schema.with(without), without, constraint.columns());
        return schema.with(without);
    }

    private static void checkStillReferable(Schema schema, Table table, List<Name> columns) {
        for (Table other : schema.tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                if (key.table().key().equals(table.name().key())
                        && sorted(key.referenced()).equals(sorted(columns))
                        && !isKey(table, key.referenced())) {
                    throw new InvalidOperationException(
                            "the key " + Names.list(columns) + " of table " + table.name() + " is still used by "
                                    + describe(other, key),
                            "drop that first:\n" + dropCode(other, key));
                }
            }
        }
    }

    /** Other tables' references follow a table that is renamed. */
    static Table retarget(Table table, QualifiedName from, QualifiedName to) {
        return table.withForeignKeys(table.foreignKeys().stream()
                .map(key -> key.table().key().equals(from.key())
                        ? new ForeignKey(
                                key.name(),
                                key.columns(),
                                to,
                                key.referenced(),
                                key.onDelete(),
                                key.onUpdate(),
                                key.databaseOnly())
                        : key)
                .toList());
    }

    static String describe(Table table, Constraint constraint) {
        return constraint.describe() + " of table " + table.name();
    }

    static String dropCode(Table table, Constraint constraint) {
        return "op.dropConstraint("
                + JavaText.literal(constraint.name().map(Name::toString).orElse("…")) + ", "
                + JavaText.literal(table.name().toString()) + ");";
    }

    static String dropCode(Table table, Index index) {
        return "op.dropIndex("
                + JavaText.literal(index.name().map(Name::toString).orElse("…")) + ", "
                + JavaText.literal(table.name().toString()) + ");";
    }

    /** Names of constraints and indexes are shared by a whole schema in most databases. */
    static void freeName(Schema schema, Table ownTable, Name name) {
        // SQLite keeps indexes and tables in one list of names.
        if (schema.table(ownTable.name().renamed(name)).isPresent()) {
            throw new InvalidOperationException("there is already a table " + name, ANOTHER_NAME);
        }
        for (Table table : schema.tables()) {
            Table current = table.name().key().equals(ownTable.name().key()) ? ownTable : table;
            if (current.constraint(name).isPresent()) {
                throw new InvalidOperationException(
                        "there is already a constraint " + name + ", on table " + current.name(), ANOTHER_NAME);
            }
            if (current.index(name).isPresent()) {
                throw new InvalidOperationException(
                        "there is already an index " + name + ", on table " + current.name(), ANOTHER_NAME);
            }
        }
    }
}
