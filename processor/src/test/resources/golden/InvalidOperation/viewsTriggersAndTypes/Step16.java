package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s16", revises = "a1")
final class Step16 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTrigger("t", "user", "create trigger t after insert on user execute function f()"); // [InvalidOperation]
    }
}
