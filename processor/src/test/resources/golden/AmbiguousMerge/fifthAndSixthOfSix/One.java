package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "b1", revises = "a1")
final class One implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.addColumn("users", "one", integer());
    }
}
