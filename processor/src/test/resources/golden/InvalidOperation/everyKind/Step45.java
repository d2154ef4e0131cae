package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s45", revises = "a1")
final class Step45 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.alterColumn("posts", "id").identity();
        op.alterColumn("posts", "id").identity(); // [InvalidOperation]
    }
}
