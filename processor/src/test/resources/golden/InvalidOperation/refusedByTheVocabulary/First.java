package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("keys", table -> { // [InvalidOperation]
            table.column("a", bigint());
            table.foreignKey("a");
        });
        op.alterColumn("users", "email"); // [InvalidOperation]
        op.addForeignKey("fk", "posts", "code").references("users", "email", "id"); // [InvalidOperation]
        op.addColumn("users", "age", varchar(0)); // [InvalidOperation]
        op.addColumn("users", "age", numeric(3, 5)); // [InvalidOperation]
        op.createSequence("s").incrementBy(0); // [InvalidOperation]
        op.dropTable(" "); // [InvalidOperation]
        op.createIndex("ix", "users", "email").where(" "); // [InvalidOperation]
    }
}
