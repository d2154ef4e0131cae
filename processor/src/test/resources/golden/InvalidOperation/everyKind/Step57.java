package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s57", revises = "a1")
final class Step57 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.alterSequence("numbers").maxValue(10).restartWith(11); // [InvalidOperation]
    }
}
