package dev.retort.demo.db.migrations;

import static dev.retort.op.SqlTypes.varchar;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

/** Files were named when they were downloaded; now an episode has its file name from the start. */
@Migration(revision = "0b7fd24c6e93", revises = "e5908b3d71ca", message = "Give episodes file names")
final class AddEpisodeFileNames implements SchemaMigration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("episodes", "file_name", varchar(80));
        op.run(FileNameBackfill::run);
        op.alterColumn("episodes", "file_name").notNull();
        op.addUnique("uq_episodes_file_name", "episodes", "provider_id", "file_name");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropConstraint("uq_episodes_file_name", "episodes");
        op.dropColumn("episodes", "file_name");
    }
}
