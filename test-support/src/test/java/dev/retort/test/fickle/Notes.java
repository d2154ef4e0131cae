package dev.retort.test.fickle;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** An upgrade in Java that does something else the second time. */
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

    @Migration(revision = "b1", revises = "a1", message = "Index something")
    @SuppressWarnings("retort:UnseenEffect")
    static final class IndexSomething implements SchemaMigration {
        @Override
        public void upgrade(Operations op) {
            op.run(Notes::index);
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("drop index ix_notes");
        }
    }

    private static final AtomicInteger TIMES = new AtomicInteger();

    static void index(Connection connection) throws SQLException {
        String column = TIMES.getAndIncrement() % 2 == 0 ? "title" : "body";
        try (Statement statement = connection.createStatement()) {
            statement.execute("create index ix_notes on notes (" + column + ")");
        }
    }
}
