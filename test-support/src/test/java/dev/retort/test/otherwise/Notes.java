package dev.retort.test.otherwise;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

/** A downgrade that brings an index back on another column. */
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

    @Migration(revision = "b1", revises = "a1", message = "Index titles")
    @SuppressWarnings("retort:UnseenEffect")
    static final class IndexTitles implements SchemaMigration {
        @Override
        public void upgrade(Operations op) {
            op.execute("create index ix_notes on notes (title)");
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("drop index ix_notes");
        }
    }

    @Migration(revision = "c1", revises = "b1", message = "Drop the index")
    @SuppressWarnings("retort:UnseenEffect")
    static final class DropIndex implements SchemaMigration {
        @Override
        public void upgrade(Operations op) {
            op.execute("drop index ix_notes");
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("create index ix_notes on notes (body)");
        }
    }
}
