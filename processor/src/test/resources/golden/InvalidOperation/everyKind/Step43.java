package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s43", revises = "a1")
final class Step43 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.alterColumn("posts", "id").defaultValue(3);
        op.alterColumn("posts", "id").identity(); // [InvalidOperation]
    }
}
