package dev.retort.spring.billing;

import static dev.retort.op.SqlTypes.*;

import dev.retort.Migration;
import dev.retort.SchemaMigration;
import dev.retort.op.Operations;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "invoices")
public class Invoice {
    @Id
    private Integer id;

    @Migration(revision = "b111", message = "Create invoices")
    static final class Create implements SchemaMigration {
        @Override
        public void upgrade(Operations op) {
            op.createTable("invoices", table -> {
                table.column("id", integer()).notNull();
                table.primaryKey("id");
            });
        }
    }
}
