package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "b6", revises = "a1")
final class Six implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.alterColumn("users", "email").type(varchar(400));
    }
}
