package dev.retort.spring.shop.migrations;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "1a2b", message = "Create customers")
final class CreateCustomers implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("customer", table -> {
            table.column("id", integer()).identity();
            table.column("email_address", varchar(255)).notNull();
            table.primaryKey("id");
        });
        op.createTable("customer_phone_numbers", table -> {
            table.column("customer_id", integer()).notNull();
            table.column("phone_numbers", varchar(255));
            table.unique("customer_id", "phone_numbers");
            table.foreignKey("customer_id").references("customer", "id");
        });
    }
}
