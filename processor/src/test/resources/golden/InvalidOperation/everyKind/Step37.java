package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s37", revises = "a1")
final class Step37 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.renameIndex("ix_post_code", "posts", "ix"); // [InvalidOperation]
    }
}
