package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s59", revises = "a1")
final class Step59 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.renameSequence("numbers", "posts"); // [InvalidOperation]
    }
}
