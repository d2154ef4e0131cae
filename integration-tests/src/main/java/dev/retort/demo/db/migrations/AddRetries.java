package dev.retort.demo.db.migrations;

import static dev.retort.op.SqlTypes.integer;
import static dev.retort.op.SqlTypes.timestampWithTimeZone;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a2c6048e9f5d", revises = "4e7a90c2d6b1", message = "Let jobs be tried again")
final class AddRetries implements SchemaMigration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("download_jobs", "attempts", integer()).notNull().defaultValue(0);
        op.addColumn("download_jobs", "retry_after", timestampWithTimeZone(6));
        op.addColumn("download_jobs", "retry_until", timestampWithTimeZone(6));
        op.addCheck("ck_download_jobs_attempts", "download_jobs", "attempts >= 0");
        op.createIndex("ix_download_jobs_queue", "download_jobs", "status", "requested_at");
    }
}
