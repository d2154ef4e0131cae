package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s47", revises = "a1")
final class Step47 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.alterColumn("posts", "code").defaultValue("x").generatedAs("'x'"); // [InvalidOperation]
    }
}
