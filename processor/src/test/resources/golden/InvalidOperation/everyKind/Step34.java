package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s34", revises = "a1")
final class Step34 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createIndex("ix", "posts", "code").where("author_id > 0");
        op.renameColumn("posts", "author_id", "writer"); // [InvalidOperation]
    }
}
