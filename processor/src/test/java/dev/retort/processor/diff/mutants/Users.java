package dev.retort.processor.diff.mutants;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** What must be dropped before something else can be. */
final class Users {

    private Users() {}

    /** Foreign keys of other tables that must go before a table or its key. */
    static List<Operation> referrers(Schema head, Table table) {
        List<Operation> drops = new ArrayList<>();
        for (Table other : head.tables()) {
            if (!other.name().key().equals(table.name().key())) {
                other.foreignKeys().stream()
                        .filter(key -> Original.refersTo(key, table))
                        .forEach(key -> drops.add(drop(other, key)));
            }
        }
        return drops;
    }

    /** What must go before a column. */
    static List<Operation> ofColumn(Schema head, Table table, Name column) {
        List<Operation> drops = new ArrayList<>();
        for (Table other : head.tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                boolean isOwn = other.equals(table) && Names.contains(key.columns(), column);
                boolean refers = Original.refersTo(key, table) && Names.contains(key.referenced(), column);
                if (isOwn || refers) {
                    drops.add(drop(other, key));
                }
            }
        }
        for (Constraint constraint : table.constraints()) {
            boolean uses = constraint instanceof Check check
                    ? Names.mentions(check.condition(), column)
                    : !(constraint instanceof ForeignKey) && Names.contains(constraint.columns(), column);
            if (uses) {
                drops.add(drop(table, constraint));
            }
        }
        table.indexes().stream()
                .filter(index -> index.mentions(column))
                .forEach(index -> drops.add(
                        new Operation.DropIndex(table.name(), index.name().orElseThrow())));
        return drops;
    }

    static Operation drop(Table table, Constraint constraint) {
        return new Operation.DropConstraint(table.name(), constraint.name().orElseThrow());
    }
}
