package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s50", revises = "a1")
final class Step50 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.addExclusion("ck_email", "posts").with("code", "="); // [InvalidOperation]
    }
}
