package dev.retort.demo.db.migrations;

import static dev.retort.op.SqlTypes.bigint;
import static dev.retort.op.SqlTypes.integer;
import static dev.retort.op.SqlTypes.timestampWithTimeZone;
import static dev.retort.op.SqlTypes.varchar;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "6b20e7d5f18a", revises = "1f4c8a02b9d3", message = "Create download jobs")
final class CreateDownloadJobs implements SchemaMigration {

    @Override
    public void upgrade(Operations op) {
        op.createSequence("download_jobs_seq").incrementBy(50);
        op.createTable("download_jobs", table -> {
            table.column("id", bigint()).notNull();
            table.column("episode_id", integer()).notNull();
            table.column("state", varchar(16)).notNull().defaultValue("new");
            table.column("requested_at", timestampWithTimeZone(6)).notNull();
            table.primaryKey("id");
            table.foreignKey("episode_id").references("episodes", "id").named("fk_download_jobs_episode");
        });
    }
}
