package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;
import dev.retort.op.SqlType;
import dev.retort.op.TableBuilder;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        if (System.currentTimeMillis() > 0) { // [UnreadableOperation]
            op.dropTable("a");
        }
        for (int i = 0; i < 3; i++) { // [UnreadableOperation]
            op.dropTable("t" + i);
        }
        while (true) { // [UnreadableOperation]
            break;
        }
        try { // [UnreadableOperation]
            op.dropTable("a");
        } finally {
        }
        String name = "x";
        name = "y"; // [UnreadableOperation]
        op.dropTable(name.trim()); // [UnreadableOperation]
        op.dropTable(Columns.fromOutside); // [UnreadableOperation]
        op.dropTable(Columns.COMPUTED); // [UnreadableOperation]
        op.dropTable(Columns.Kind.SMALL.name()); // [UnreadableOperation]
        op.dropTable(true ? "a" : "b"); // [UnreadableOperation]
        op.dropTable(null); // [UnreadableOperation]
        op.dropTable(new String("a")); // [UnreadableOperation]
        op.addColumn("a", "b", varchar(10)); // [UnreadableOperation]
        op.createTable("a", this::columns); // [UnreadableOperation]
        op.dropTabel("a"); // [UnreadableOperation]
        op.addColumn("a", "b", bigint(20)); // [UnreadableOperation]
        op.run(connection -> {}); // [UnreadableOperation]
        op.run(First::notThere); // [UnreadableOperation]
        op.run(First::hidden); // [UnreadableOperation]
        helper(op); // [UnreadableOperation]
        unknown("a"); // [UnreadableOperation]
        return; // [UnreadableOperation]
    }

    /** A method of the user's own, which is not Retort's. */
    private static SqlType varchar(int length) {
        return dev.retort.op.SqlTypes.varchar(length * 2);
    }

    private void columns(TableBuilder table) {}

    private void helper(Operations op) {}

    private static void hidden(java.sql.Connection connection) {}
}
