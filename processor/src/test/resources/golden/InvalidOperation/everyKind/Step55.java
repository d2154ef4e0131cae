package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s55", revises = "a1")
final class Step55 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createSequence("s").minValue(1).maxValue(0); // [InvalidOperation]
    }
}
