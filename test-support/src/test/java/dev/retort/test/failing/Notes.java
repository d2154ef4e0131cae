package dev.retort.test.failing;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

/** A downgrade that the database refuses. */
final class Notes {
    private Notes() {}

    @Migration(revision = "a1", message = "Create notes")
    static final class CreateNotes implements SchemaMigration {
        @Override
        public void upgrade(Operations op) {
            op.createTable("notes", table -> {
                table.column("title", varchar(20));
                table.column("body", text());
            });
        }
    }

    @Migration(revision = "b1", revises = "a1", message = "Say nothing")
    @SuppressWarnings("retort:UnseenEffect")
    static final class SayNothing implements SchemaMigration {
        @Override
        public void upgrade(Operations op) {
            op.execute("update notes set body = null");
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("drop index ix_nowhere");
        }
    }
}
