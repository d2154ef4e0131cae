package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s19", revises = "a1")
final class Step19 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTrigger("t", "users", "create trigger t after insert on log execute function f()"); // [InvalidOperation]
    }
}
