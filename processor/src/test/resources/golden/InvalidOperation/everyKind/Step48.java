package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s48", revises = "a1")
final class Step48 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.alterColumn("posts", "author_id").identity().generatedAs("id"); // [InvalidOperation]
    }
}
