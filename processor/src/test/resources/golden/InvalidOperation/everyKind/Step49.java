package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s49", revises = "a1")
final class Step49 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.alterColumn("posts", "code").generatedAs("'x'");
        op.alterColumn("posts", "code").type(varchar(20)).using("code || 'y'"); // [InvalidOperation]
    }
}
