package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createEnum("mood", "GOOD", "BAD"); // [UnsupportedOperation]
        op.onDialect("postgresql", on -> on.createEnum("other", "GOOD", "BAD"));
        op.createTable("users", table -> table.column("mood", enumeration("GOOD", "BAD")));
    }
}
