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
        op.bulkInsert("users", rows -> rows.columns("id", "email").row(1)); // [InvalidOperation]
        op.bulkInsert("users", rows -> rows.row(1)); // [InvalidOperation]
        op.bulkInsert("users", rows -> rows.columns("id")); // [InvalidOperation]
        op.bulkInsert("users", rows -> rows.columns("id").row(bigint())); // [InvalidOperation]
        op.addExclusion("ex", "users"); // [InvalidOperation]
        op.createSequence("s").cache(0); // [InvalidOperation]
        op.alterSequence("s"); // [InvalidOperation]
        op.alterColumn("users", "email").notNull().using("email || 'x'"); // [InvalidOperation]
        op.createIndex("ix", "users", "email").where(" "); // [InvalidOperation]
    }
}
