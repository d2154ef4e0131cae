package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;
import java.util.List;

@Migration(revision = "s20", revises = "a1")
final class Step20 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.bulkInsert("r", rows -> {
            rows.columns("id", "name");
            for (String name : List.of("ann", "bob", "eve2")) {
                rows.row(1, name); // [InvalidOperation]
            }
        });
    }
}
