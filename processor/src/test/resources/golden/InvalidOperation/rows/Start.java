package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class Start implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("r", table -> {
            table.column("id", bigint()).notNull();
            table.column("name", varchar(3)).notNull();
            table.column("age", smallint());
            table.column("price", numeric(4, 2));
            table.column("flag", bool());
            table.column("born", date());
            table.column("seen", timestampWithTimeZone(3));
            table.column("code", uuid());
            table.column("hash", binary(2));
            table.column("mood", enumeration("GOOD", "BAD"));
            table.column("list", array(integer()));
            table.column("both", bigint()).generatedAs("id * 2");
            table.primaryKey("id");
        });
    }
}
