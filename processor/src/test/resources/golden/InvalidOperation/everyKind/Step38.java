package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s38", revises = "a1")
final class Step38 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.renameIndex("ix_posts_code", "posts", "ck_email"); // [InvalidOperation]
    }
}
