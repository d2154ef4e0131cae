package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "9c41d07be2aa", message = "Create users")
final class CreateUsers implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("users", table -> {
            table.column("id", bigint()).notNull();
            table.column("email", varchar(255)).notNull();
            table.primaryKey("id");
        });
    }
}
