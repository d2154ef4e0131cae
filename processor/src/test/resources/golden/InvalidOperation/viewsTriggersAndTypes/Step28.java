package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s28", revises = "a1")
final class Step28 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createEnum("twice", "A", "B", "A"); // [InvalidOperation]
    }
}
