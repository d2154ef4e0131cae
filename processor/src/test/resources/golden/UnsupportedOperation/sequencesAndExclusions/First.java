package app;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

@Migration(revision = "a1")
final class First implements SchemaMigration {
    @Override
    public void upgrade(Operations op) {
        op.createTable("stays", table -> {
            table.column("id", bigint()).notNull();
            table.column("room", integer()).notNull();
            table.primaryKey("id");
        });
        op.addExclusion("ex_stays", "stays").using("btree").with("room", "="); // [UnsupportedOperation]
        op.createIndex("ix_stays_room", "stays", "room").include("id"); // [UnsupportedOperation]
        op.createIndex("ix_stays_low", "stays", "room").where("room < 10"); // [UnsupportedOperation]
        op.createSequence("numbers").cache(10);
        op.alterSequence("numbers").restartWith(5).incrementBy(2);
        op.alterSequence("numbers").maxValue(10); // [UnsupportedOperation]
        op.createSequence("rounds").cycle(); // [UnsupportedOperation]
    }
}
