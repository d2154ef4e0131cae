package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "d4", revises = "c3")
final class Hanging implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {}
}
