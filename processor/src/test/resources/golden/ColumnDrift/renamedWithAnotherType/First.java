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
            table.column("nick", varchar(20)); // [ColumnDrift]
            table.column("age", varchar(3)); // [ColumnDrift]
            table.column("active", bool()); // [ColumnDrift]
            table.primaryKey("id");
        });
        op.addCheck("ck_nick", "users", "nick <> 'nick'").databaseOnly();
    }
}
