package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "c3", revises = "b2")
final class C implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {}
}
