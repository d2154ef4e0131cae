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
            table.column("email", varchar(255)).notNull();
            table.primaryKey("id");
        });
        op.createTable("posts", table -> {
            table.column("id", bigint()).notNull();
            table.column("author_id", bigint());
            table.column("editor_id", bigint());
            table.column("printer_id", bigint());
            table.column("reader", bigint());
            table.primaryKey("id");
            table.foreignKey("editor_id").references("users", "id");
            table.foreignKey("printer_id").references("users", "id");
        });
        op.addForeignKey("fk_reader", "posts", "reader").references("users", "id"); // [ForeignKeyDrift]
    }
}
