package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class Start implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createSchema("billing");
        op.createEnum("mood", "GOOD", "BAD");
        op.createTable("users", table -> {
            table.column("id", bigint()).notNull();
            table.column("email", varchar(255)).notNull();
            table.column("mood", nativeType("mood"));
            table.column("free", integer());
            table.primaryKey("id");
        });
        op.createTable("log", table -> table.column("note", varchar(255)));
        op.createTable("billing.bills", table -> table.column("id", bigint()));
        op.createView("emails", "select id, email from users where 'free' <> email");
        op.createView("ids", "select id from emails");
        op.createTrigger("logged", "users", "create trigger logged after update of mood on users execute function f()");
    }
}
