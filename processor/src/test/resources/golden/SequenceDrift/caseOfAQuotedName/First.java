package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("invoices", table -> {
            table.column("id", bigint()).notNull();
            table.primaryKey("id");
        });
        op.createSequence("invoice_numbers");
    }
}
