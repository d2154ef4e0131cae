package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s40", revises = "a1")
final class Step40 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.renameConstraint("pk_users", "users", "ix_posts_code"); // [InvalidOperation]
    }
}
