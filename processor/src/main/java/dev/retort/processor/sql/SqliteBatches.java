package dev.retort.processor.sql;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AddColumn;
import dev.retort.processor.operation.Operation.AddConstraint;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.Operation.CommentOnTable;
import dev.retort.processor.operation.Operation.CreateIndex;
import dev.retort.processor.operation.Operation.CreateSequence;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.operation.Operation.DropColumn;
import dev.retort.processor.operation.Operation.DropConstraint;
import dev.retort.processor.operation.Operation.DropIndex;
import dev.retort.processor.operation.PartOperation;
import dev.retort.processor.operation.PartOperation.RenameConstraint;
import dev.retort.processor.operation.PartOperation.RenameIndex;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Which operations of a revision become one rebuild of a SQLite table: from one that needs it to the last that needs it,
 * with what else is done to the table between. Operations on other tables may stand between; whatever could see the
 * table halfway (SQL and Java of the user's), and whatever gives names another meaning, may not.
 */
final class SqliteBatches {
    private final List<Operation> operations;
    private final IntFunction<Optional<QualifiedName>> rebuilt;
    private final Map<String, Batch> open = new LinkedHashMap<>();
    private final List<List<Integer>> closed = new ArrayList<>();

    /** One table's operations so far. */
    private static final class Batch {
        private final List<Integer> members = new ArrayList<>();
        private final Set<String> added = new HashSet<>();
        private final Set<String> retyped = new HashSet<>();
        private final Set<String> freedElsewhere = new HashSet<>();
        private int size;
    }

    /** @param rebuilt for each operation the table that it would rebuild alone */
    SqliteBatches(List<Operation> operations, IntFunction<Optional<QualifiedName>> rebuilt) {
        this.operations = operations;
        this.rebuilt = rebuilt;
    }

    /** The places of operations that are done at once, in the order of the first of each. */
    List<List<Integer>> find() {
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            Optional<String> table = table(operation).map(QualifiedName::key);
            if (table.isPresent()) {
                add(table.get(), i);
            } else {
                if (!isIndifferent(operation)) {
                    closeAll();
                }
                closed.add(List.of(i));
            }
        }
        closeAll();
        return closed.stream()
                .sorted(Comparator.comparing(together -> together.get(0)))
                .toList();
    }

    private void add(String table, int place) {
        Operation operation = operations.get(place);
        freed(operation)
                .ifPresent(name -> open.forEach((other, batch) -> {
                    if (!other.equals(table)) {
                        batch.freedElsewhere.add(name.key());
                    }
                }));
        Batch batch = open.get(table);
        if (batch != null && needsTheStateBetween(operation, batch)) {
            close(batch);
            open.remove(table);
            batch = null;
        }
        boolean rebuilds = rebuilt.apply(place).isPresent();
        if (batch == null && !rebuilds) {
            closed.add(List.of(place));
            return;
        }
        Batch own = batch == null ? open.computeIfAbsent(table, key -> new Batch()) : batch;
        own.members.add(place);
        if (rebuilds) {
            own.size = own.members.size();
        }
        if (operation instanceof AddColumn column) {
            own.added.add(column.column().name().key());
        } else if (operation instanceof AlterColumn alter && changesValues(alter)) {
            own.retyped.add(alter.column().key());
        }
    }

    /** The name of an index that another table may take. */
    private static Optional<Name> freed(Operation operation) {
        return operation instanceof DropIndex drop
                ? Optional.of(drop.index())
                : operation instanceof RenameIndex rename ? Optional.of(rename.index()) : Optional.empty();
    }

    /** Rows take the default that a column is added with, and their values the types one after the other. */
    private static boolean needsTheStateBetween(Operation operation, Batch batch) {
        if (operation instanceof CreateIndex create) {
            return batch.freedElsewhere.contains(
                    create.index().name().orElseThrow().key());
        } else if (operation instanceof RenameIndex rename) {
            return batch.freedElsewhere.contains(rename.newName().key());
        }
        return operation instanceof AlterColumn alter
                && (batch.added.contains(alter.column().key())
                        || (changesValues(alter)
                                && batch.retyped.contains(alter.column().key()))
                        // It may name any column.
                        || (alter.using().isPresent() && !(batch.added.isEmpty() && batch.retyped.isEmpty())));
    }

    private static boolean changesValues(AlterColumn alter) {
        return alter.type().isPresent()
                || alter.using().isPresent()
                || alter.generatedAs().isPresent();
    }

    private void closeAll() {
        open.values().forEach(this::close);
        open.clear();
    }

    /** What follows the last that needs the rebuild is done alone. */
    private void close(Batch batch) {
        closed.add(List.copyOf(batch.members.subList(0, batch.size)));
        batch.members.subList(batch.size, batch.members.size()).forEach(place -> closed.add(List.of(place)));
    }

    private static boolean isIndifferent(Operation operation) {
        return operation instanceof CreateTable
                || operation instanceof CommentOnTable
                || operation instanceof CreateSequence;
    }

    /** The table of an operation that a rebuild can do as well. */
    static Optional<QualifiedName> table(Operation operation) {
        if (operation instanceof AddColumn add) {
            return Optional.of(add.table());
        } else if (operation instanceof DropColumn drop) {
            return Optional.of(drop.table());
        } else if (operation instanceof AlterColumn alter) {
            return Optional.of(alter.table());
        } else if (operation instanceof AddConstraint add) {
            return Optional.of(add.table());
        } else if (operation instanceof DropConstraint drop) {
            return Optional.of(drop.table());
        } else if (operation instanceof CreateIndex create) {
            return Optional.of(create.table());
        } else if (operation instanceof DropIndex drop) {
            return Optional.of(drop.table());
        } else if (operation instanceof PartOperation part) {
            return Optional.of(part.table());
        }
        return Optional.empty();
    }

    /** The table after an operation that {@link #table} knows. */
    static Table after(Operation operation, Table before) {
        if (operation instanceof AddColumn add) {
            return before.with(add.column());
        } else if (operation instanceof DropColumn drop) {
            return before.without(before.column(drop.column()).orElseThrow());
        } else if (operation instanceof AlterColumn alter) {
            Column old = before.column(alter.column()).orElseThrow();
            return before.replace(old, alter.apply(old));
        } else if (operation instanceof AddConstraint add) {
            return before.with(add.constraint());
        } else if (operation instanceof DropConstraint drop) {
            return before.without(before.constraint(drop.constraint()).orElseThrow());
        } else if (operation instanceof CreateIndex create) {
            return before.with(create.index());
        } else if (operation instanceof DropIndex drop) {
            return before.without(before.index(drop.index()).orElseThrow());
        } else if (operation instanceof RenameIndex rename) {
            Index index = before.index(rename.index()).orElseThrow();
            return before.replace(index, index.named(rename.newName()));
        } else if (operation instanceof RenameConstraint rename) {
            return before.renamed(before.constraint(rename.constraint()).orElseThrow(), rename.newName());
        }
        throw new IllegalArgumentException("no alteration of a table: " + operation.describe());
    }
}
