package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("Teams", table -> {
            table.column("id", bigint()).notNull();
            table.primaryKey("id");
        });
        op.createTable("users", table -> {
            table.column("id", bigint()).notNull();
            table.column("team_id", bigint());
            table.primaryKey("id");
        });
        op.addForeignKey("fk_team", "users", "team_id").references("Teams", "id");
    }
}
