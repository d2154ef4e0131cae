package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("accounts", table -> { // [TableDrift]
            table.column("id", bigint()).notNull();
            table.column("email", varchar(255));
            table.primaryKey("id");
        });
        op.createSequence("accounts_SEQ").incrementBy(50); // [SequenceDrift]
        op.createTable("accounts_phones", table -> { // [TableDrift]
            table.column("accounts_id", bigint()).notNull();
            table.column("phones", varchar(255));
            table.foreignKey("accounts_id").references("accounts", "id");
        });
        op.createTable("logs", table -> { // [TableDrift]
            table.column("at", timestamp(6));
            table.column("line", clob());
        });
    }
}
