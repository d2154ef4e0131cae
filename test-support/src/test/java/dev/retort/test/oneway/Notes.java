package dev.retort.test.oneway;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;

/** A revision that cannot be undone, between two that can. */
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

    @Migration(revision = "b1", revises = "a1", message = "Shout")
    @SuppressWarnings("retort:IrreversibleRevision")
    static final class Shout implements SchemaMigration {
        @Override
        public void upgrade(Operations op) {
            op.execute("update notes set title = upper(title)");
        }
    }

    @Migration(revision = "c1", revises = "b1", message = "Add stars")
    static final class AddStars implements SchemaMigration {
        @Override
        public void upgrade(Operations op) {
            op.addColumn("notes", "stars", integer());
        }
    }
}
