package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s24", revises = "a1")
final class Step24 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.dropSchema("biling"); // [InvalidOperation]
    }
}
