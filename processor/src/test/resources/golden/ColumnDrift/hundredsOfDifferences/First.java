package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("accounts", table -> {
            table.column("id", bigint()).notNull();
            table.primaryKey("id");
        });
        op.createTable("bookings", table -> {
            table.column("id", bigint()).notNull();
            table.primaryKey("id");
        });
        op.createTable("customers", table -> {
            table.column("id", bigint()).notNull();
            table.primaryKey("id");
        });
        op.createTable("deliverys", table -> {
            table.column("id", bigint()).notNull();
            table.primaryKey("id");
        });
        op.createTable("employees", table -> {
            table.column("id", bigint()).notNull();
            table.primaryKey("id");
        });
        op.createTable("facilitys", table -> {
            table.column("id", bigint()).notNull();
            table.primaryKey("id");
        });
        op.createTable("guests", table -> {
            table.column("id", bigint()).notNull();
            table.primaryKey("id");
        });
        op.createTable("hotels", table -> {
            table.column("id", bigint()).notNull();
            table.primaryKey("id");
        });
    }
}
