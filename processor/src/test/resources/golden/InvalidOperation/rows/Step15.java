package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s15", revises = "a1")
final class Step15 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.bulkInsert("r", rows -> rows.columns("id", "name", "code").row(1, "ann", "1-2-3")); // [InvalidOperation]
    }
}
