package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "b2", revises = "a1")
final class Right implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.onDialect("h2", on -> on.alterColumn("users", "email").type(varchar(400)));
    }
}
