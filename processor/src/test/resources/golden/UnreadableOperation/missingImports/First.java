package app;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("users", table -> {
            table.column("id", dev.retort.op.SqlTypes.bigint()).notNull();
            table.column("boss", dev.retort.op.SqlTypes.bigint());
            table.primaryKey("id");
        });
        op.addColumn("users", "nick", varchar(40)); // [UnreadableOperation]
        op.execute(on("sqlite", "select 1")); // [UnreadableOperation]
        op.addForeignKey("fk", "users", "boss").references("users", "id").onDelete(CASCADE); // [UnreadableOperation]
    }
}
