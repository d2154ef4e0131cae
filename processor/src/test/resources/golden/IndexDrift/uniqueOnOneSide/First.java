package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("users", table -> {
            table.column("id", bigint()).notNull();
            table.column("email", varchar(255));
            table.column("nick", varchar(255));
            table.primaryKey("id");
        });
        op.createIndex("ix_email", "users", "email").unique(); // [UniqueDrift]
        op.createIndex("uq_nick", "users", "nick"); // [IndexDrift]
    }
}
