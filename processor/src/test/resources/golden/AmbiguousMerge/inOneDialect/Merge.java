package app;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "c1", revises = {"b1", "b2"}) // [AmbiguousMerge]
final class Merge implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {}
}
