package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s13", revises = "a1")
final class Step13 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.bulkInsert("r", rows -> rows.columns("id", "name", "born").row(1, "ann", "23.11.2026")); // [InvalidOperation]
    }
}
