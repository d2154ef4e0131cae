package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AddColumn;
import dev.retort.processor.operation.Operation.AddConstraint;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.Operation.CreateIndex;
import dev.retort.processor.operation.Operation.CreateSequence;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.operation.Operation.DropColumn;
import dev.retort.processor.operation.Operation.DropConstraint;
import dev.retort.processor.operation.Operation.DropTable;
import dev.retort.processor.operation.Operation.RenameTable;
import dev.retort.processor.operation.PartOperation.RenameConstraint;
import dev.retort.processor.operation.PartOperation.RenameIndex;
import dev.retort.processor.operation.SequenceOperation.AlterSequence;
import dev.retort.processor.operation.SequenceOperation.RenameSequence;
import dev.retort.processor.operation.TriggerOperation;
import dev.retort.processor.operation.ViewOperation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.Trigger;
import dev.retort.processor.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * SQLite 3.35 and later. What {@code alter table} can do is done with it: rename, add a column, drop a column (SQLite,
 * lang_altertable §2 to §5), with {@code PRAGMA legacy_alter_table} off, as it is by default. All else is a rebuild.
 */
final class SqliteStatements extends DialectStatements {
    /** SQLite, lang_createtable §5: these mean the row's number unless a column is called so. */
    private static final Set<String> ROWID = Set.of("rowid", "oid", "_rowid_");

    private final SqliteDefinitions definitions;
    private final SqliteRebuild rebuild;

    SqliteStatements(DatabaseDialect dialect) {
        this(dialect, new SqliteDefinitions(dialect));
    }

    private SqliteStatements(DatabaseDialect dialect, SqliteDefinitions definitions) {
        super(dialect, definitions);
        this.definitions = definitions;
        this.rebuild = new SqliteRebuild(dialect, definitions);
    }

    /** Several alterations of one table are one rebuild. */
    @Override
    List<List<Integer>> together(List<Operation> operations, List<Schema> befores) {
        return new SqliteBatches(operations, i -> rebuilds(operations.get(i), befores.get(i))).find();
    }

    @Override
    List<String> of(List<Operation> operations, List<Schema> befores) {
        List<Name> fresh = new ArrayList<>();
        Map<Name, String> values = new HashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            refuseCollision(operation, befores.get(i));
            refuseImpossible(operation, befores.get(i));
            if (operation instanceof AddColumn add) {
                fresh.add(add.column().name());
            } else if (operation instanceof AlterColumn alter && alter.using().isPresent()) {
                values.put(
                        column(befores.get(i), alter.table(), alter.column()).name(),
                        alter.using().get());
            }
        }
        int last = operations.size() - 1;
        QualifiedName name = SqliteBatches.table(operations.get(last)).orElseThrow();
        return withDependents(
                operations,
                befores.get(0),
                rebuild.of(
                        table(befores.get(0), name),
                        SqliteBatches.after(operations.get(last), table(befores.get(last), name)),
                        fresh,
                        values));
    }

    /**
     * With its table a trigger goes, and a rename, the last step of a rebuild, fails where a view or a trigger names a
     * table that is gone (SQLite, lang_altertable §7).
     */
    @Override
    List<String> withDependents(List<Operation> operations, Schema before, List<String> statements) {
        Optional<QualifiedName> rebuilt = operations.stream()
                .flatMap(operation -> rebuilds(operation, before).stream())
                .findFirst();
        if (rebuilt.isEmpty()) {
            return statements;
        }
        QualifiedName table = rebuilt.get();
        List<View> views = before.extras().readersOf(table);
        List<Trigger> own = before.extras().triggersOn(table);
        List<Trigger> ofViews = ObjectStatements.triggersOn(views, before);
        List<Trigger> others = before.extras().triggers().values().stream()
                .filter(trigger -> !own.contains(trigger) && !ofViews.contains(trigger))
                .filter(trigger ->
                        trigger.names(table) || views.stream().map(View::name).anyMatch(trigger::names))
                .toList();
        List<Trigger> created =
                Stream.of(own, others, ofViews).flatMap(List::stream).toList();
        return objects().around(statements, views, others, created);
    }

    /** Schemas are left out of names. */
    @Override
    void refuseCollision(Operation operation, Schema before) {
        if (operation instanceof CreateTable create) {
            refuseCollision(create.table().name(), before);
        } else if (operation instanceof RenameTable rename) {
            QualifiedName renamed = rename.table().renamed(rename.newName());
            refuseCollision(renamed, before.without(table(before, rename.table())));
        } else if (operation instanceof CreateSequence create) {
            refuseCollision(create.sequence().name(), before);
        } else if (operation instanceof ViewOperation.CreateView create) {
            refuseCollision(create.view().name(), before);
        } else if (operation instanceof TriggerOperation.CreateTrigger create) {
            before.extras().triggers().values().stream()
                    .filter(trigger -> trigger.name().sameKey(create.trigger().name()))
                    .findFirst()
                    .ifPresent(trigger -> {
                        throw cannot(
                                "tell trigger " + trigger.name() + " of table " + create.table()
                                        + " from that of table " + trigger.table() + ": it has no schemas",
                                "choose another name");
                    });
        } else if (operation instanceof RenameSequence rename) {
            Sequence old = before.sequence(rename.sequence()).orElseThrow();
            refuseCollision(old.name().renamed(rename.newName()), before.without(old));
        } else if (operation instanceof CreateIndex create) {
            refuseIndex(create.table(), create.index().name().orElseThrow(), before);
        } else if (operation instanceof RenameIndex rename && !rename.index().sameKey(rename.newName())) {
            refuseIndex(rename.table(), rename.newName(), before);
        }
    }

    private void refuseIndex(QualifiedName table, Name name, Schema before) {
        before.tables().stream()
                .filter(other -> other.index(name).isPresent())
                .findFirst()
                .ifPresent(other -> {
                    throw cannot(
                            "tell index " + name + " of table " + table + " from that of table " + other.name()
                                    + ": it has no schemas",
                            "choose another name");
                });
    }

    private void refuseCollision(QualifiedName name, Schema before) {
        Stream.concat(
                        before.tables().stream().map(Table::name),
                        Stream.concat(
                                before.sequences().stream().map(Sequence::name),
                                before.extras().views().values().stream().map(View::name)))
                .filter(other -> other.name().sameKey(name.name()))
                .findFirst()
                .ifPresent(other -> {
                    throw cannot("tell " + name + " from " + other + ": it has no schemas", "choose another name");
                });
    }

    /** SQLite stores no comments. */
    @Override
    List<String> commentOnTable(Table table, Optional<String> comment) {
        return List.of();
    }

    /** The check of an enumeration keeps the table's old name in its own, until the next rebuild. Nothing asks for it. */
    @Override
    List<String> renameTable(Table table, Name newName) {
        return List.of(alter(table) + "rename to " + dialect().quote(newName));
    }

    @Override
    List<String> addColumn(Table table, Column column) {
        Table after = table.with(column);
        return canAdd(column)
                ? List.of(alter(table) + "add column " + definitions.column(after, column))
                : rebuild.of(table, after);
    }

    @Override
    List<String> dropColumn(Table table, Column column) {
        return canDrop(table, column)
                ? List.of(alter(table) + "drop column " + dialect().quote(column.name()))
                : rebuild.of(table, table.without(column));
    }

    /** SQLite takes indexes, foreign keys from everywhere and checks along. */
    @Override
    List<String> renameColumn(Table table, Column column, Name newName) {
        if (ROWID.contains(column.name().key())) {
            throw cannot(
                    "rename column " + column.name() + " of table " + table.name()
                            + ": the name also stands for the row's number",
                    "add a column of the new name, copy the values with op.execute, and drop the old one");
        }
        return List.of(alter(table) + "rename column " + dialect().quote(column.name()) + " to "
                + dialect().quote(newName));
    }

    @Override
    List<String> alterColumn(Table table, Column old, Column altered, Optional<String> using, Schema before) {
        if (using.isPresent()) {
            return rebuild.of(table, table.replace(old, altered), List.of(), Map.of(old.name(), using.get()));
        }
        return isSame(table, old, altered) ? List.of() : rebuild.of(table, table.replace(old, altered));
    }

    /** SQLite has no words for it. */
    @Override
    List<String> renameIndex(Table table, Index index, Name newName, Schema before) {
        List<String> statements = new ArrayList<>(dropIndex(table, index, before));
        statements.addAll(createIndex(table, index.named(newName)));
        return statements;
    }

    @Override
    List<String> addConstraint(Table table, Constraint constraint) {
        return rebuild.of(table, table.with(constraint));
    }

    @Override
    List<String> dropConstraint(Table table, Constraint constraint, Schema before) {
        return rebuild.of(table, table.without(constraint));
    }

    @Override
    List<String> renameConstraint(Table table, Constraint constraint, Name newName, Schema before) {
        return rebuild.of(table, table.renamed(constraint, newName));
    }

    @Override
    List<String> createSequence(Sequence sequence) {
        return new SequenceTable(dialect()).create(sequence);
    }

    @Override
    List<String> alterSequence(AlterSequence alter, Sequence old, Sequence altered) {
        return new SequenceTable(dialect()).alter(alter, altered);
    }

    @Override
    List<String> renameSequence(Sequence sequence, Name newName) {
        return List.of("alter table " + dialect().quote(sequence.name()) + " rename to "
                + dialect().quote(newName));
    }

    @Override
    List<String> dropSequence(QualifiedName sequence) {
        return List.of("drop table " + dialect().quote(sequence));
    }

    @Override
    Optional<QualifiedName> rebuilds(Operation operation, Schema before) {
        if (operation instanceof AddConstraint add) {
            return Optional.of(add.table());
        } else if (operation instanceof DropConstraint drop) {
            return Optional.of(drop.table());
        } else if (operation instanceof RenameConstraint rename && !isSameName(rename.constraint(), rename.newName())) {
            return Optional.of(rename.table());
        } else if (operation instanceof AddColumn add && !canAdd(add.column())) {
            return Optional.of(add.table());
        } else if (operation instanceof DropColumn drop) {
            Table table = table(before, drop.table());
            return canDrop(table, table.column(drop.column()).orElseThrow())
                    ? Optional.empty()
                    : Optional.of(drop.table());
        } else if (operation instanceof AlterColumn alter) {
            Table table = table(before, alter.table());
            Column old = table.column(alter.column()).orElseThrow();
            return alter.using().isEmpty() && isSame(table, old, alter.apply(old))
                    ? Optional.empty()
                    : Optional.of(alter.table());
        }
        return Optional.empty();
    }

    /** Also to drop a table whose rows restrict each other: SQLite deletes them one by one first (foreignkeys §5). */
    @Override
    boolean runsWithoutForeignKeys(Operation operation, Schema before) {
        return rebuilds(operation, before).isPresent()
                || (operation instanceof DropTable drop && restrictsItself(table(before, drop.table())));
    }

    private static boolean restrictsItself(Table table) {
        return table.foreignKeys().stream()
                .anyMatch(key -> key.onDelete() == ForeignKey.Action.RESTRICT
                        && key.table().key().equals(table.name().key()));
    }

    /** SQLite, lang_altertable §4. */
    private boolean canAdd(Column column) {
        return !column.identity()
                && column.generatedAs().isEmpty()
                && column.defaultValue().map(definitions::isConstant).orElse(true)
                && (column.nullable()
                        || column.defaultValue()
                                .filter(value -> !definitions.isNull(value))
                                .isPresent());
    }

    /** SQLite, lang_altertable §5. A check is text: where the name occurs in one, the rebuild will tell. */
    private static boolean canDrop(Table table, Column column) {
        Pattern word = Pattern.compile(
                "(?<![\\p{L}\\p{N}_$])" + Pattern.quote(column.name().key()) + "(?![\\p{L}\\p{N}_$])");
        return table.constraints().stream().noneMatch(key -> Names.contains(key.columns(), column.name()))
                && table.indexes().stream().noneMatch(index -> index.mentions(column.name()))
                && table.checks().stream()
                        .noneMatch(check -> word.matcher(check.condition().toLowerCase(Locale.ROOT))
                                .find());
    }

    private boolean isSame(Table table, Column old, Column altered) {
        return definitions.column(table, old).equals(definitions.column(table.replace(old, altered), altered));
    }

    private boolean isSameName(Name some, Name other) {
        return dialect().stored(some).equals(dialect().stored(other));
    }

    private String alter(Table table) {
        return "alter table " + dialect().quote(table.name()) + " ";
    }
}
