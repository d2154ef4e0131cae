package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s14", revises = "a1")
final class Step14 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.bulkInsert("r", rows -> rows.columns("id", "name", "seen").row(1, "ann", "2026-11-23T09:30:00")); // [InvalidOperation]
    }
}
