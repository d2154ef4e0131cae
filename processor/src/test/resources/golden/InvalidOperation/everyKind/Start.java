package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class Start implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("users", table -> {
            table.column("id", bigint()).notNull();
            table.column("email", varchar(255)).notNull();
            table.column("manager_id", bigint());
            table.primaryKey("id");
            table.unique("email");
            table.foreignKey("manager_id").references("users", "id");
            table.check("email like '%@%'").named("ck_email");
        });
        op.createTable("posts", table -> {
            table.column("id", bigint()).notNull();
            table.column("author_id", bigint());
            table.column("code", varchar(10));
            table.primaryKey("id");
            table.foreignKey("author_id").references("users", "id");
        });
        op.createIndex("ix_posts_code", "posts", "code");
        op.createSequence("numbers");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropSequence("numbers");
        op.dropTable("posts");
        op.dropTable("users");
    }
}
