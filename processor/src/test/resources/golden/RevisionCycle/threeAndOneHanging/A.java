package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1", revises = {"base1", "c3"}) // [RevisionCycle]
final class A implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {}
}
