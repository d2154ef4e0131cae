package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s20", revises = "a1")
final class Step20 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.dropTrigger("loged", "users"); // [InvalidOperation]
    }
}
