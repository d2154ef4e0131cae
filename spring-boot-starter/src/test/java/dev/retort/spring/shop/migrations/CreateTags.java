package dev.retort.spring.shop.migrations;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "3c4d", revises = "1a2b", message = "Create tags")
final class CreateTags implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("product_tag", table -> {
            table.column("tag_name", varchar(255)).notNull();
            table.primaryKey("tag_name");
        });
        op.createTable("customer_favourite_tags", table -> {
            table.column("customer_id", integer()).notNull();
            table.column("favourite_tags_tag_name", varchar(255)).notNull();
            table.primaryKey("customer_id", "favourite_tags_tag_name");
            table.foreignKey("customer_id").references("customer", "id");
            table.foreignKey("favourite_tags_tag_name").references("product_tag", "tag_name");
        });
    }
}
