package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s56", revises = "a1")
final class Step56 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.alterSequence("number").incrementBy(2); // [InvalidOperation]
    }
}
