package dev.retort.demo.db.migrations;

import static dev.retort.op.ReferentialAction.CASCADE;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

/** Not every provider is a site any more: some are feeds. */
@Migration(revision = "c93b1d6e04f7", revises = "6b20e7d5f18a", message = "Rename sites to providers")
final class RenameSitesToProviders implements SchemaMigration {

    @Override
    public void upgrade(Operations op) {
        op.dropConstraint("fk_episodes_site", "episodes");
        op.dropConstraint("uq_sites_slug", "sites");
        op.renameTable("sites", "providers");
        op.renameColumn("episodes", "site_id", "provider_id");
        op.addUnique("uq_providers_slug", "providers", "slug");
        op.addForeignKey("fk_episodes_provider", "episodes", "provider_id")
                .references("providers", "id")
                .onDelete(CASCADE);
    }
}
