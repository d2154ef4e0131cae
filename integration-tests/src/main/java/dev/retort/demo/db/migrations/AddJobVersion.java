package dev.retort.demo.db.migrations;

import static dev.retort.op.SqlTypes.integer;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

/** Two workers took the same job once. */
@Migration(revision = "5ad83f107eb4", revises = "73e6c5a9108f", message = "Lock jobs optimistically")
final class AddJobVersion implements SchemaMigration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("download_jobs", "version", integer()).notNull().defaultValue(0);
    }
}
