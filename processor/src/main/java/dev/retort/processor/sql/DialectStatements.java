package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.EnumOperation;
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
import dev.retort.processor.operation.Operation.Execute;
import dev.retort.processor.operation.Operation.ExecuteByDialect;
import dev.retort.processor.operation.Operation.OnDialect;
import dev.retort.processor.operation.Operation.RenameColumn;
import dev.retort.processor.operation.Operation.RenameTable;
import dev.retort.processor.operation.PartOperation.RenameConstraint;
import dev.retort.processor.operation.PartOperation.RenameIndex;
import dev.retort.processor.operation.RowOperation;
import dev.retort.processor.operation.SchemaOperation;
import dev.retort.processor.operation.SequenceOperation.AlterSequence;
import dev.retort.processor.operation.SequenceOperation.RenameSequence;
import dev.retort.processor.operation.SqlOnly;
import dev.retort.processor.operation.StateOnly;
import dev.retort.processor.operation.TriggerOperation;
import dev.retort.processor.operation.ViewOperation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What all families share: which method an operation is, and the statements that look the same everywhere. */
abstract class DialectStatements {
    private final DatabaseDialect dialect;
    private final Definitions definitions;
    private final ObjectStatements objects;

    DialectStatements(DatabaseDialect dialect, Definitions definitions) {
        this.dialect = dialect;
        this.definitions = definitions;
        this.objects = new ObjectStatements(dialect);
    }

    final DatabaseDialect dialect() {
        return dialect;
    }

    final Definitions definitions() {
        return definitions;
    }

    final ObjectStatements objects() {
        return objects;
    }

    /** Every operation but {@code run}. */
    final List<String> of(Operation operation, Schema before) {
        refuseCollision(operation, before);
        return withDependents(List.of(operation), before, statementsOf(operation, before));
    }

    /** Views and triggers that a database does not let stand meanwhile, or loses. */
    List<String> withDependents(List<Operation> operations, Schema before, List<String> statements) {
        return statements;
    }

    private List<String> statementsOf(Operation operation, Schema before) {
        if (operation instanceof CreateTable create) {
            return createTable(create.table());
        } else if (operation instanceof DropTable drop) {
            return List.of(
                    "drop table " + dialect.quote(table(before, drop.table()).name()));
        } else if (operation instanceof RenameTable rename) {
            Table table = table(before, rename.table());
            return sameTable(table.name(), rename.newName()) ? List.of() : renameTable(table, rename.newName());
        } else if (operation instanceof CommentOnTable on) {
            Table table = table(before, on.table());
            return table.comment().equals(on.comment()) ? List.of() : commentOnTable(table, on.comment());
        } else if (operation instanceof AddColumn add) {
            return addColumn(table(before, add.table()), add.column());
        } else if (operation instanceof DropColumn drop) {
            return dropOneOfSeveral(table(before, drop.table()), drop.column());
        } else if (operation instanceof RenameColumn rename) {
            return sameName(rename.column(), rename.newName())
                    ? List.of()
                    : renameColumn(
                            table(before, rename.table()),
                            column(before, rename.table(), rename.column()),
                            rename.newName());
        } else if (operation instanceof AlterColumn alter) {
            Column old = column(before, alter.table(), alter.column());
            return alterColumn(table(before, alter.table()), old, altered(alter, old), alter.using(), before);
        } else if (operation instanceof CreateIndex create) {
            return createIndex(table(before, create.table()), create.index());
        } else if (operation instanceof DropIndex drop) {
            Table table = table(before, drop.table());
            return dropIndex(table, table.index(drop.index()).orElseThrow(), before);
        } else if (operation instanceof RenameIndex rename) {
            Table table = table(before, rename.table());
            Index index = table.index(rename.index()).orElseThrow();
            return sameName(rename.index(), rename.newName())
                    ? List.of()
                    : renameIndex(table, index, rename.newName(), before);
        } else if (operation instanceof RenameConstraint rename) {
            Table table = table(before, rename.table());
            Constraint constraint = table.constraint(rename.constraint()).orElseThrow();
            return sameName(rename.constraint(), rename.newName())
                    ? List.of()
                    : renameConstraint(table, constraint, rename.newName(), before);
        } else if (operation instanceof AddConstraint add) {
            return addConstraint(table(before, add.table()), add.constraint());
        } else if (operation instanceof DropConstraint drop) {
            Table table = table(before, drop.table());
            return dropConstraint(table, table.constraint(drop.constraint()).orElseThrow(), before);
        } else if (operation instanceof CreateSequence create) {
            return createSequence(create.sequence());
        } else if (operation instanceof RowOperation rows) {
            Table table = table(before, rows.table());
            List<String> statements = new RowStatements(dialect).of(table, rows);
            return rows instanceof RowOperation.BulkInsert
                    ? rows.columns().stream()
                            .flatMap(name -> table.column(name).stream())
                            .filter(Column::identity)
                            .findFirst()
                            .map(column -> withNumbers(table, column, statements))
                            .orElse(statements)
                    : statements;
        } else if (operation instanceof AlterSequence alter) {
            Sequence old = before.sequence(alter.sequence()).orElseThrow();
            return alterSequence(alter, old, alter.apply(old));
        } else if (operation instanceof RenameSequence rename) {
            Sequence old = before.sequence(rename.sequence()).orElseThrow();
            return sameTable(old.name(), rename.newName()) ? List.of() : renameSequence(old, rename.newName());
        } else if (operation instanceof DropSequence drop) {
            return dropSequence(drop.sequence());
        } else if (operation instanceof CreateObject create) {
            return statements(create.object().create());
        } else if (operation instanceof DropObject drop) {
            return statements(before.object(drop.object()).orElseThrow().drop());
        } else if (operation instanceof OnDialect on) {
            return on.dialects().contains(dialect.family().word()) ? of(on.operation(), before) : List.of();
        } else if (operation instanceof Execute execute) {
            return List.of(objects.statement(execute.sql()));
        } else if (operation instanceof ExecuteByDialect execute) {
            return List.of(objects.statement(ownText(execute)));
        } else if (operation instanceof ViewOperation view) {
            return objects.of(view, before);
        } else if (operation instanceof TriggerOperation trigger) {
            return objects.of(trigger, before);
        } else if (operation instanceof SchemaOperation namespace) {
            return objects.of(namespace);
        } else if (operation instanceof EnumOperation type) {
            return objects.of(type, before);
        } else if (operation instanceof StateOnly) {
            return List.of();
        } else if (operation instanceof SqlOnly own) {
            return List.of(objects.text(own.sql(), "what sqlOnly says"));
        }
        throw new IllegalArgumentException("no SQL for " + operation.describe());
    }

    /** The operation as the one statement that it is where that must run outside of any transaction. */
    final Optional<SqlStep.Alone> alone(Operation operation, Schema before) {
        if (operation instanceof OnDialect on) {
            return on.dialects().contains(dialect.family().word()) ? alone(on.operation(), before) : Optional.empty();
        }
        Optional<SqlStep.Alone> alone = outsideTransaction(operation, before);
        if (alone.isPresent()) {
            refuseCollision(operation, before);
        }
        return alone;
    }

    /** Whether a later operation of the revision needs that this one is committed. */
    boolean isCommittedBefore(Operation operation, List<Operation> later) {
        return false;
    }

    Optional<SqlStep.Alone> outsideTransaction(Operation operation, Schema before) {
        return Optional.empty();
    }

    /**
     * The operations of a revision by what is done at once: each alone, unless a family knows better.
     *
     * @return their places in the list, each once
     */
    List<List<Integer>> together(List<Operation> operations, List<Schema> befores) {
        return IntStream.range(0, operations.size()).mapToObj(List::of).toList();
    }

    /** Several operations that {@link #together} found. */
    List<String> of(List<Operation> operations, List<Schema> befores) {
        throw new IllegalArgumentException("operations that are not done together");
    }

    /** Whether DDL commits, so that each statement of it is a transaction of its own. */
    boolean ddlCommits() {
        return false;
    }

    /** What has a name of its own in the migrations, but not in this database. */
    void refuseCollision(Operation operation, Schema before) {}

    List<String> createTable(Table table) {
        return List.of(definitions.createTable(table, table.name()));
    }

    List<String> createIndex(Table table, Index index) {
        return List.of(definitions.createIndex(table.name(), index));
    }

    /** @param comment another than the table has */
    abstract List<String> commentOnTable(Table table, Optional<String> comment);

    abstract List<String> renameTable(Table table, Name newName);

    abstract List<String> addColumn(Table table, Column column);

    /** @param column not the only one of {@code table} */
    abstract List<String> dropColumn(Table table, Column column);

    abstract List<String> renameColumn(Table table, Column column, Name newName);

    /** @param using SQL of what each value becomes with its new type */
    abstract List<String> alterColumn(Table table, Column old, Column altered, Optional<String> using, Schema before);

    /** Most databases have an index where its table is. */
    List<String> dropIndex(Table table, Index index, Schema before) {
        return List.of(
                "drop index " + dialect.quote(table.name().renamed(index.name().orElseThrow())));
    }

    /** Statements that insert rows with numbers that the database would have given else. */
    List<String> withNumbers(Table table, Column column, List<String> inserts) {
        List<String> statements = new ArrayList<>(inserts);
        statements.addAll(behindInserted(table, column));
        return statements;
    }

    /** What lets the database number the next row behind those that came with numbers of their own. */
    List<String> behindInserted(Table table, Column column) {
        return List.of();
    }

    abstract List<String> renameIndex(Table table, Index index, Name newName, Schema before);

    abstract List<String> addConstraint(Table table, Constraint constraint);

    abstract List<String> dropConstraint(Table table, Constraint constraint, Schema before);

    abstract List<String> renameConstraint(Table table, Constraint constraint, Name newName, Schema before);

    abstract List<String> createSequence(Sequence sequence);

    abstract List<String> alterSequence(AlterSequence alter, Sequence old, Sequence altered);

    abstract List<String> renameSequence(Sequence sequence, Name newName);

    abstract List<String> dropSequence(QualifiedName sequence);

    /** The table that is written anew. */
    Optional<QualifiedName> rebuilds(Operation operation, Schema before) {
        return Optional.empty();
    }

    /** Whether foreign keys must not be enforced meanwhile, but checked afterwards. */
    boolean runsWithoutForeignKeys(Operation operation, Schema before) {
        return false;
    }

    final UnsupportedByDialectException cannot(String what, String help) {
        return new UnsupportedByDialectException(dialect.family().word() + " cannot " + what, help);
    }

    /** Whether the column is computed from now on, or in another way. */
    static boolean isComputedAnew(Column old, Column altered) {
        return altered.generatedAs().isPresent() && !altered.generatedAs().equals(old.generatedAs());
    }

    /** For databases that cannot have it otherwise: the column goes and comes again, and its values with it. */
    final List<String> madeAnew(Table table, Column old, Column altered, Schema before) {
        ColumnUsers.first(before, table, old).ifPresent(user -> {
            throw cannot(
                    "compute column " + old.name() + " of table " + table.name()
                            + " from now on: the column is made anew, and " + user + " uses it",
                    UnsupportedByDialectException.setAside(user));
        });
        if (table.columns().size() == 1) {
            throw cannot(
                    "compute column " + old.name() + " of table " + table.name()
                            + " from now on: the column is made anew, and it is the only one",
                    "add another column before");
        }
        List<String> statements = new ArrayList<>(dropColumn(table, old));
        statements.addAll(addColumn(table.without(old), altered));
        return statements;
    }

    /** Where a table numbers one column only. */
    final void refuseSecondIdentity(Table table, Column old, Column altered) {
        table.columns().stream()
                .filter(other -> other.identity() && !old.identity() && altered.identity())
                .findFirst()
                .ifPresent(other -> {
                    throw cannot(
                            "number column " + old.name() + " of table " + table.name() + ": it numbers column "
                                    + other.name() + " already",
                            "end that before with .dropIdentity(), or leave identity() out");
                });
    }

    static Table table(Schema before, QualifiedName name) {
        return before.table(name).orElseThrow();
    }

    static Column column(Schema before, QualifiedName table, Name column) {
        return table(before, table).column(column).orElseThrow();
    }

    private boolean sameTable(QualifiedName old, Name wanted) {
        return dialect.stored(old).equals(dialect.stored(old.renamed(wanted)));
    }

    private List<String> statements(List<String> sql) {
        return sql.stream().map(objects::statement).toList();
    }

    private boolean sameName(Name old, Name wanted) {
        return dialect.stored(old).equals(dialect.stored(wanted));
    }

    private List<String> dropOneOfSeveral(Table table, Name name) {
        return dropColumn(table, oneOfSeveral(table, name));
    }

    private Column oneOfSeveral(Table table, Name name) {
        Column column = table.column(name).orElseThrow();
        if (table.columns().size() == 1) {
            throw cannot(
                    "drop column " + column.name() + " of table " + table.name() + ": it is the only one",
                    "drop the table in its place");
        }
        return column;
    }

    /** What no family can, whether an operation is done alone or with others. */
    final void refuseImpossible(Operation operation, Schema before) {
        if (operation instanceof DropColumn drop) {
            oneOfSeveral(table(before, drop.table()), drop.column());
        } else if (operation instanceof AlterColumn alter) {
            altered(alter, column(before, alter.table(), alter.column()));
        }
    }

    private Column altered(AlterColumn alter, Column old) {
        Column altered = alter.apply(old);
        if (altered.identity() && altered.defaultValue().isPresent()) {
            throw cannot(
                    "give column " + old.name() + " of table " + alter.table()
                            + " a default: it is numbered by the database",
                    "leave the default out, or add .dropIdentity()");
        }
        if (altered.identity() && altered.nullable()) {
            throw cannot(
                    "make column " + old.name() + " of table " + alter.table()
                            + " nullable: it is numbered by the database",
                    "leave nullable() out, or add .dropIdentity()");
        }
        return altered;
    }

    private String ownText(ExecuteByDialect execute) {
        String word = dialect.family().word();
        String own = execute.sqlByDialect().get(word);
        if (own == null) {
            throw cannot(
                    "run this execute, which has SQL for "
                            + String.join(", ", execute.sqlByDialect().keySet()) + " only",
                    "add a text: on(\"" + dialect.family().word() + "\", \"…\")");
        }
        return own;
    }
}
