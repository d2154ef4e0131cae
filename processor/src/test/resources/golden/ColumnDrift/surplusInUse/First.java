package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("users", table -> {
            table.column("id", bigint()).notNull();
            table.column("email", varchar(255)).notNull();
            table.primaryKey("id");
        });
        op.createTable("posts", table -> {
            table.column("id", bigint());
            table.column("author_id", bigint()); // [ColumnDrift]
            table.column("slug", varchar(20)); // [ColumnDrift]
            table.primaryKey("id");
            table.foreignKey("author_id").references("users", "id");
            table.unique("slug");
            table.check("slug <> ''");
        });
        op.createIndex("ix_posts_slug", "posts", "slug", "author_id");
    }
}
