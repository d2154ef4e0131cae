package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s22", revises = "a1")
final class Step22 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.bulkDelete("r", rows -> rows.columns("id").row((Object) null)); // [InvalidOperation]
    }
}
