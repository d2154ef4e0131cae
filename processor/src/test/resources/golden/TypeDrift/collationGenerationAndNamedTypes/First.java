package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createObject("Mood", "create type Mood as enum ('GOOD')").dropWith("drop type Mood");
        op.createTable("users", table -> {
            table.column("id", bigint()).notNull();
            table.column("name", varchar(255)).collation("C");
            table.column("width", integer()).notNull();
            table.column("height", integer()).notNull();
            table.column("area", integer()).notNull().generatedAs("width + height");
            table.column("size", integer()).notNull();
            table.column("mood", nativeType("Mood"));
            table.primaryKey("id");
        });
    }
}
