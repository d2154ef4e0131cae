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
            table.column("name", varchar(255));
            table.column("active_id", bigint());
            table.primaryKey("id");
        });
        op.createView("active_users", "select * from users");
        op.createView("same_users", "select id from users\n  where id > 1");
        op.createView("other_users", "select id from users where id > 1");
        op.createView("nobodys_users", "select id from users");
    }
}
