package dev.retort.demo.db.migrations;

import static dev.retort.op.SqlTypes.bigint;
import static dev.retort.op.SqlTypes.varchar;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

/** The first episode over 2 GiB, and the first provider with a name in three languages. */
@Migration(revision = "f2169bc04d7e", revises = "5ad83f107eb4", message = "Widen sizes and names")
final class WidenEpisodesAndProviders implements SchemaMigration {

    @Override
    public void upgrade(Operations op) {
        op.alterColumn("episodes", "size_bytes").type(bigint());
        op.alterColumn("providers", "name").type(varchar(120));
    }
}
