package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "s36", revises = "a1")
final class Step36 implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createIndex("ux", "posts", "code").unique().where("code <> ''");
        op.addColumn("users", "code", varchar(10));
        op.addForeignKey("fk", "users", "code").references("posts", "code"); // [InvalidOperation]
    }
}
