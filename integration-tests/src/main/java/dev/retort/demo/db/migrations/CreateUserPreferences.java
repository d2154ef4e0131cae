package dev.retort.demo.db.migrations;

import static dev.retort.op.ReferentialAction.CASCADE;
import static dev.retort.op.SqlTypes.bool;
import static dev.retort.op.SqlTypes.integer;
import static dev.retort.op.SqlTypes.varchar;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "8d15f3ab7c60", revises = "4e7a90c2d6b1", message = "Create user preferences")
final class CreateUserPreferences implements SchemaMigration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("user_preferences", table -> {
            table.column("user_name", varchar(64)).notNull();
            table.column("parallel_downloads", integer()).notNull().defaultValue(2);
            table.column("notify_when_done", bool()).notNull().defaultValue(false);
            table.primaryKey("user_name");
        });
        op.createTable("followed_providers", table -> {
            table.column("user_name", varchar(64)).notNull();
            table.column("provider_id", integer()).notNull();
            table.primaryKey("provider_id", "user_name");
            table.foreignKey("user_name")
                    .references("user_preferences", "user_name")
                    .onDelete(CASCADE);
            table.foreignKey("provider_id").references("providers", "id");
        });
    }
}
