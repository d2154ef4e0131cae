package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s46", revises = "a1")
final class Step46 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.alterColumn("posts", "code").dropGenerated(); // [InvalidOperation]
    }
}
