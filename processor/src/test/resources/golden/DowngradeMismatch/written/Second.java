package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "b2", revises = "a1")
final class Second implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.addColumn("users", "nick", varchar(20)).notNull().defaultValue("x");
        op.createIndex("ix_users_email", "users", "email");
        op.createTable("logs", table -> {
            table.column("id", bigint()).identity();
            table.primaryKey("id");
        });
        op.alterColumn("users", "email").type(varchar(300));
    }

    @Override
    public void downgrade(Operations op) { // [DowngradeMismatch]
        op.dropIndex("ix_users_email", "users");
        op.dropColumn("users", "email");
    }
}
