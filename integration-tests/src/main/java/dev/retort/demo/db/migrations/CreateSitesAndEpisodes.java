package dev.retort.demo.db.migrations;

import static dev.retort.op.ReferentialAction.CASCADE;
import static dev.retort.op.SqlTypes.integer;
import static dev.retort.op.SqlTypes.timestampWithTimeZone;
import static dev.retort.op.SqlTypes.varchar;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "1f4c8a02b9d3", message = "Create sites and episodes")
final class CreateSitesAndEpisodes implements SchemaMigration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("sites", table -> {
            table.column("id", integer()).identity();
            table.column("slug", varchar(40)).notNull();
            table.column("name", varchar(80)).notNull();
            table.column("homepage", varchar(255));
            table.primaryKey("id");
            table.unique("slug").named("uq_sites_slug");
        });
        op.createTable("episodes", table -> {
            table.column("id", integer()).identity();
            table.column("site_id", integer()).notNull();
            table.column("title", varchar(200)).notNull();
            table.column("published_at", timestampWithTimeZone(6)).notNull();
            table.column("size_bytes", integer());
            table.primaryKey("id");
            table.foreignKey("site_id")
                    .references("sites", "id")
                    .onDelete(CASCADE)
                    .named("fk_episodes_site");
        });
        op.createIndex("ix_episodes_published_at", "episodes", "published_at");
    }
}
