package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("seats", table -> {
            table.column("hall", bigint()).notNull();
            table.column("place", bigint()).notNull();
            table.primaryKey("hall", "place");
        });
        op.createTable("tickets", table -> {
            table.column("id", bigint()).notNull();
            table.column("hall", bigint());
            table.column("place", bigint());
            table.primaryKey("id");
            table.foreignKey("place", "hall").references("seats", "place", "hall");
        });
    }
}
