package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createEnum("Grown", "HIGH", "LOW");
        op.createEnum("Shrunk", "OLD", "STAYS");
        op.createEnum("Same", "B", "A");
        op.createEnum("Unused", "A"); // [TypeDrift]
        op.createTable("users", table -> {
            table.column("id", bigint()).notNull();
            table.column("grown", nativeType("Grown"));
            table.column("shrunk", nativeType("Shrunk"));
            table.column("same", nativeType("Same"));
            table.primaryKey("id");
        });
    }
}
