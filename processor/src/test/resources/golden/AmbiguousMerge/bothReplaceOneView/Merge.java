package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "m1", revises = {"b1", "b2"}) // [AmbiguousMerge]
final class Merge implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {}
}
