package dev.retort.test.good;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

/** Two branches and their merge; every revision can be undone. */
final class Shop {
    private Shop() {}

    @Migration(revision = "a1", message = "Create customers")
    static final class CreateCustomers implements SchemaMigration {
        @Override
        public void upgrade(Operations op) {
            op.createTable("customers", table -> {
                table.column("id", bigint()).identity();
                table.column("email", varchar(255)).notNull();
                table.column("nick", varchar(20));
                table.primaryKey("id");
                table.unique("email");
            });
        }
    }

    @Migration(revision = "b1", revises = "a1", message = "Create orders")
    static final class CreateOrders implements SchemaMigration {
        @Override
        public void upgrade(Operations op) {
            op.createTable("orders", table -> {
                table.column("id", bigint()).identity();
                table.column("customer_id", bigint()).notNull();
                table.column("state", varchar(10)).notNull().defaultValue("new");
                table.primaryKey("id");
                table.foreignKey("customer_id").references("customers", "id");
            });
            op.createIndex("ix_orders_state", "orders", "state");
        }
    }

    @Migration(revision = "c1", revises = "a1", message = "Widen nick")
    static final class WidenNick implements SchemaMigration {
        @Override
        public void upgrade(Operations op) {
            op.alterColumn("customers", "nick").type(varchar(40));
            op.addColumn("customers", "since", date());
        }
    }

    @Migration(
            revision = "d1",
            revises = {"b1", "c1"},
            message = "Check states")
    static final class CheckStates implements SchemaMigration {
        @Override
        public void upgrade(Operations op) {
            op.addCheck("ck_orders_state", "orders", "state in ('new', 'paid')");
        }
    }
}
