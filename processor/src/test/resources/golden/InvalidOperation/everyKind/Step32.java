package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s32", revises = "a1")
final class Step32 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createIndex("ix", "posts", "code").include("CODE"); // [InvalidOperation]
    }
}
