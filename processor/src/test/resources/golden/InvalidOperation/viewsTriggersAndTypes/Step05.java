package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s05", revises = "a1")
final class Step05 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createView("v", "select 1; select 2"); // [InvalidOperation]
    }
}
