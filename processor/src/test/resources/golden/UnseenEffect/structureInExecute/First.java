package app;

import static dev.retort.op.DialectSql.on;
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
            table.column("email", varchar(255)).notNull();
            table.primaryKey("id");
        });
        op.execute("create index ix on users (email)"); // [UnseenEffect]
        op.execute("/* old */ -- really\n ALTER table users add x int"); // [UnseenEffect]
        op.execute(on("sqlite", "drop view v")); // [UnseenEffect]
        op.execute("update users set email = 'create'");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("users");
    }
}
