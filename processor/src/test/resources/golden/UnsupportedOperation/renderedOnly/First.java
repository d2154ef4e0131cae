package app;

import static dev.retort.op.ReferentialAction.*;
import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createSchema("audit"); // [UnsupportedOperation]
        op.createTable("users", table -> {
            table.column("id", bigint()).notNull();
            table.column("email", varchar(80));
            table.primaryKey("id");
            table.unique("email").databaseOnly();
        });
        op.createTable("mails", table -> { // [UnsupportedOperation]
            table.column("id", bigint()).notNull();
            table.column("email", varchar(80));
            table.primaryKey("id");
            table.foreignKey("email").references("users", "email").onUpdate(CASCADE).databaseOnly();
        });
        op.alterColumn("users", "id").identity(); // [UnsupportedOperation]
        op.createIndex("ix_users_email", "users", "email").databaseOnly(); // [UnsupportedOperation]
        op.createIndex("ix_users_lower", "users", "lower(email)").databaseOnly(); // [UnsupportedOperation]
        op.createIndex("ix_users_some", "users", "id").where("id > 7").databaseOnly(); // [UnsupportedOperation]
    }
}
