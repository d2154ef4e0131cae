package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s51", revises = "a1")
final class Step51 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.addExclusion("ex", "posts").with("cod", "="); // [InvalidOperation]
    }
}
