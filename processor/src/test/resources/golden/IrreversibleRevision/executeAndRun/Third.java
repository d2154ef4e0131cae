package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "c3", revises = "b2")
final class Third implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.run(Third::fill); // [IrreversibleRevision]
    }

    static void fill(java.sql.Connection connection) {}
}
