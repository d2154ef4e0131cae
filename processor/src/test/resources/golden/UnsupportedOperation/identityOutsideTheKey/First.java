package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("tickets", table -> { // [UnsupportedOperation]
            table.column("id", bigint()).notNull();
            table.column("number", bigint()).identity();
            table.primaryKey("id");
        });
    }
}
