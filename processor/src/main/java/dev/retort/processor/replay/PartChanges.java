package dev.retort.processor.replay;

import dev.retort.processor.operation.PartOperation;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;

/** New names for indexes. */
final class PartChanges {

    private PartChanges() {}

    static Schema apply(Schema schema, PartOperation operation) {
        Table table = Lookup.table(schema, operation.table());
        if (operation instanceof PartOperation.RenameIndex rename) {
            Index index = Lookup.index(table, rename.index());
            if (!rename.index().sameKey(rename.newName())) {
                ConstraintChanges.freeName(schema, table, rename.newName());
            }
            return schema.with(table.replace(index, index.named(rename.newName())));
        }
        throw new IllegalArgumentException("unknown operation " + operation);
    }
}
