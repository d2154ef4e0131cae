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
            table.column("email", varchar(255));
            table.column("nick", varchar(255));
            table.column("name", varchar(255));
            table.column("city", varchar(255));
            table.primaryKey("id");
        });
        op.createIndex("ix_email", "users", "email").where("email is not null");
        op.createIndex("ux_nick", "users", "nick").unique().where("nick <> ''");
        op.createIndex("ix_name", "users", "name").include("city");
        op.createIndex("ix_city", "users", "city").where("city = 'Rome'").databaseOnly();
        op.createIndex("ix_rome", "users", "city", "name").where("city = 'Rome'"); // [IndexDrift]
    }
}
