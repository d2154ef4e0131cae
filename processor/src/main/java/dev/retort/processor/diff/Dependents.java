package dev.retort.processor.diff;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.ViewOperation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.Exclusion;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import dev.retort.processor.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands in the way of a change to the schema at head, and has to be dropped before it. */
final class Dependents {

    /** Drops in an order that applies, and what adds all of it again. */
    record Detached(List<Operation> drops, List<Operation> additions) {}

    private Dependents() {}

    /** Views that read a table which goes, those that read such views first. */
    static List<Operation> viewsOn(Schema head, Table table) {
        List<Operation> drops = new ArrayList<>();
        head.extras().readersOf(table.name()).forEach(view -> drops.add(0, new ViewOperation.DropView(view.name())));
        return drops;
    }

    /** Keys, checks and indexes that use a column, those of other tables that refer to it first. */
    static Detached ofColumn(Schema head, Table table, Name column) {
        List<Operation> drops = new ArrayList<>();
        List<Operation> additions = new ArrayList<>();
        for (View view : head.extras().readersOf(table.name())) {
            if (view.reads(table.name(), column)) {
                detach(head, view, drops, additions);
            }
        }
        for (Table other : head.tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                boolean isOwn = isSame(other, table) && Names.contains(key.columns(), column);
                boolean refers =
                        key.table().key().equals(table.name().key()) && Names.contains(key.referenced(), column);
                if (isOwn || refers) {
                    detach(other, key, drops, additions);
                }
            }
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint.mentions(column) && !(constraint instanceof ForeignKey)) {
                detach(table, constraint, drops, additions);
            }
        }
        for (Index index : table.indexes()) {
            if (index.mentions(column)) {
                drops.add(new Operation.DropIndex(table.name(), index.name().orElseThrow()));
                additions.add(0, new Operation.CreateIndex(table.name(), index));
            }
        }
        return new Detached(drops, additions);
    }

    /** Checks and indexes whose text uses a column: it cannot be rewritten. */
    static Detached textsOn(Table table, Name column) {
        List<Operation> drops = new ArrayList<>();
        List<Operation> additions = new ArrayList<>();
        for (Check check : table.checks()) {
            if (Names.mentions(check.condition(), column)) {
                detach(table, check, drops, additions);
            }
        }
        for (Exclusion exclusion : table.exclusions()) {
            if (exclusion.mentionsInText(column)) {
                detach(table, exclusion, drops, additions);
            }
        }
        for (Index index : table.indexes()) {
            if (index.mentionsInText(column)) {
                drops.add(new Operation.DropIndex(table.name(), index.name().orElseThrow()));
                additions.add(0, new Operation.CreateIndex(table.name(), index));
            }
        }
        return new Detached(drops, additions);
    }

    /**
     * Foreign keys that would have nothing to refer to without the key named.
     *
     * @param successor the columns of the key that comes in its place: foreign keys that can refer to these come back
     */
    static Detached ofKey(Schema head, Table table, Name keyName, List<Name> columns, Optional<List<Name>> successor) {
        List<Operation> drops = new ArrayList<>();
        List<Operation> additions = new ArrayList<>();
        if (isKeyBesides(table, keyName, columns)) {
            return new Detached(drops, additions);
        }
        for (Table other : head.tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                if (key.table().key().equals(table.name().key())
                        && sorted(key.referenced()).equals(sorted(columns))) {
                    drops.add(new Operation.DropConstraint(
                            other.name(), key.name().orElseThrow()));
                    if (successor
                            .map(Dependents::sorted)
                            .filter(sorted(columns)::equals)
                            .isPresent()) {
                        additions.add(new Operation.AddConstraint(other.name(), key));
                    }
                }
            }
        }
        return new Detached(drops, additions);
    }

    /** The change between what it needs dropped and what can be added again. */
    static List<Operation> around(Detached detached, List<Operation> change) {
        List<Operation> operations = new ArrayList<>(detached.drops());
        operations.addAll(change);
        operations.addAll(detached.additions());
        return operations;
    }

    /** With the views that read it. */
    private static void detach(Schema head, View view, List<Operation> drops, List<Operation> additions) {
        List<View> gone = new ArrayList<>(List.of(view));
        gone.addAll(head.extras().readersOf(view.name()));
        for (View each : gone) {
            Operation drop = new ViewOperation.DropView(each.name());
            if (!drops.contains(drop)) {
                drops.add(0, drop);
                additions.add(new ViewOperation.CreateView(each));
            }
        }
    }

    private static void detach(Table table, Constraint constraint, List<Operation> drops, List<Operation> additions) {
        drops.add(new Operation.DropConstraint(table.name(), constraint.name().orElseThrow()));
        additions.add(0, new Operation.AddConstraint(table.name(), constraint));
    }

    private static boolean isKeyBesides(Table table, Name keyName, List<Name> columns) {
        List<String> wanted = sorted(columns);
        return table.constraints().stream()
                        .anyMatch(constraint -> (constraint instanceof PrimaryKey || constraint instanceof UniqueKey)
                                && !Constraint.hasName(constraint, keyName)
                                && sorted(constraint.columns()).equals(wanted))
                || table.indexes().stream()
                        .anyMatch(index -> index.unique()
                                && index.isOnColumns()
                                && !index.hasName(keyName)
                                && sorted(index.columns()).equals(wanted));
    }

    private static List<String> sorted(List<Name> names) {
        return names.stream().map(Name::key).sorted().toList();
    }

    private static boolean isSame(Table some, Table other) {
        return some.name().key().equals(other.name().key());
    }
}
