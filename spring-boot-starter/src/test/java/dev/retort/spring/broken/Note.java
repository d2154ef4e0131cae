package dev.retort.spring.broken;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "notes")
public class Note {
    @Id
    private Integer id;

    @Migration(revision = "a111", message = "Create notes")
    static final class Create implements SchemaMigration {
        @Override
        public void upgrade(Operations op) {
            op.createTable("notes", table -> {
                table.column("id", integer()).notNull();
                table.primaryKey("id");
            });
        }
    }

    @Migration(revision = "a222", revises = "a111", message = "Write notes")
    static final class Write implements SchemaMigration {
        @Override
        public void upgrade(Operations op) {
            op.execute("insert into nowhere (id) values (1)");
        }

        @Override
        public void downgrade(Operations op) {}
    }
}
