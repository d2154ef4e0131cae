package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "9c41d07be2aa", revises = "4e1f0a6b7c21") // [MissingRevision]
final class Second implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {}
}
