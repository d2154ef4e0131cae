package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s52", revises = "a1")
final class Step52 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.addExclusion("ex", "posts").with("code", "=").where("author_id > 1");
        op.renameColumn("posts", "author_id", "writer"); // [InvalidOperation]
    }
}
