package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createEnum("mood", "BAD", "GOOD");
        op.createTable("users", table -> table.column("id", bigint()));
        op.createView("v", "select 1 as n from users");
    }
}
