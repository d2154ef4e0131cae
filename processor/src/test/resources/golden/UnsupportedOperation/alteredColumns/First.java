package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("tickets", table -> {
            table.column("id", bigint()).notNull();
            table.column("number", bigint()).notNull();
            table.column("code", varchar(20));
            table.column("name", varchar(20));
            table.primaryKey("id");
            table.unique("number");
        });
        op.createIndex("ix_tickets_code", "tickets", "code");
        op.alterColumn("tickets", "code").type(integer()).using("length(code)"); // [UnsupportedOperation]
        op.alterColumn("tickets", "code").generatedAs("number + 1"); // [UnsupportedOperation]
        op.alterColumn("tickets", "name").type(integer()).using("length(name)");
        op.alterColumn("tickets", "id").identity();
        op.alterColumn("tickets", "number").identity(); // [UnsupportedOperation]
    }
}
