package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s25", revises = "a1")
final class Step25 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createEnum("mood", "X"); // [InvalidOperation]
    }
}
