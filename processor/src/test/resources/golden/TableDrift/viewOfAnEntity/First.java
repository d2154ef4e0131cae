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
            table.primaryKey("id");
        });
        op.execute("create view active_users as select * from users"); // [UnseenEffect]
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("drop view active_users"); // [UnseenEffect]
        op.dropTable("users");
    }
}
