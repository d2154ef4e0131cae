package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "b2", revises = "a1")
final class Second implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.addColumn("users", "nick", varchar(20));
        op.execute("update users set nick = email"); // [IrreversibleRevision]
    }
}
