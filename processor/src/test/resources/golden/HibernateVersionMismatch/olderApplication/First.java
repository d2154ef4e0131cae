package app;

import static dev.retort.op.SqlTypes.bigint;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("Person", table -> {
            table.column("id", bigint());
            table.primaryKey("id");
        });
    }
}
