package dev.retort.demo.db.migrations;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

/** Two features were built side by side; from here on there is one head again. */
@Migration(
        revision = "e5908b3d71ca",
        revises = {"8d15f3ab7c60", "a2c6048e9f5d"},
        message = "Merge preferences and retries")
final class MergePreferencesAndRetries implements SchemaMigration {

    @Override
    public void upgrade(Operations op) {}
}
