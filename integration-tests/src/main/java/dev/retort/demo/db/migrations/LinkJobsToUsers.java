package dev.retort.demo.db.migrations;

import static dev.retort.op.ReferentialAction.SET_NULL;
import static dev.retort.op.SqlTypes.varchar;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "73e6c5a9108f", revises = "0b7fd24c6e93", message = "Remember who asked for a job")
final class LinkJobsToUsers implements SchemaMigration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("download_jobs", "requested_by", varchar(64));
        op.addForeignKey("fk_download_jobs_requested_by", "download_jobs", "requested_by")
                .references("user_preferences", "user_name")
                .onDelete(SET_NULL);
    }
}
