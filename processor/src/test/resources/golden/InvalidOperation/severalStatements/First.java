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
            table.column("email", varchar(255)).notNull();
            table.primaryKey("id");
        });
        op.execute("insert into users values (1, 'a;b'); insert into users values (2, 'c')"); // [InvalidOperation]
        op.execute("insert into users values (1, 'a;b') ; -- the end;");
        op.execute("create trigger t after insert on users begin select 1; select 2; end"); // [UnseenEffect]
        op.execute("/* one; two */ update users set email = \"x;y\"");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("users");
    }
}
