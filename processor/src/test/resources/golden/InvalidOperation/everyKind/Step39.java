package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s39", revises = "a1")
final class Step39 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.renameConstraint("pk_user", "users", "pk"); // [InvalidOperation]
    }
}
