package app;

import static dev.retort.op.DialectSql.on;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createSchema("erp.sales"); // [InvalidOperation]
        op.createView("v", on("h2", "select 1"), on("h2", "select 2")); // [InvalidOperation]
        op.sqlOnly("alter table t add a int"); // [InvalidOperation]
        op.stateOnly(state -> state.execute("select 1")); // [InvalidOperation]
        op.createView("w", on("h3", "select 1"), on("sqlite", "select 1"), on("h2", "select 1"));
    }
}
