package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s01", revises = "a1")
final class Step01 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.bulkInsert("r", rows -> rows.columns("id", "ID").row(1, 2)); // [InvalidOperation]
    }
}
