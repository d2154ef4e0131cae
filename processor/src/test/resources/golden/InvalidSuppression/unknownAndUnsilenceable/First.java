package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
@SuppressWarnings({"retort:InvalidOperation", "retort:ColumnDrift"})
final class First implements SchemaMigration { // [InvalidSuppression]
    @Override
    public void upgrade(Operations op) {
        op.createTable("users", table -> {
            table.column("id", bigint()).notNull();
            table.column("legacy", varchar(255));
            table.primaryKey("id");
        });
    }
}
