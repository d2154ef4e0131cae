package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s35", revises = "a1")
final class Step35 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createIndex("ix", "posts", "code").where("author_id > 0");
        op.dropConstraint("fk_posts_author_id", "posts");
        op.dropColumn("posts", "author_id"); // [InvalidOperation]
    }
}
