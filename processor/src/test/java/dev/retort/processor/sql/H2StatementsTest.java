package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation.AddConstraint;
import dev.retort.processor.operation.Operation.CreateIndex;
import dev.retort.processor.operation.Operation.CreateSequence;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.operation.Operation.DropConstraint;
import dev.retort.processor.operation.Operation.DropIndex;
import dev.retort.processor.operation.Operation.DropSequence;
import dev.retort.processor.operation.Operation.DropTable;
import dev.retort.processor.operation.Operation.RenameTable;
import dev.retort.processor.schema.ForeignKey.Action;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class H2StatementsTest {
    private static final DatabaseDialect H2 = DatabaseDialect.parse("h2");
    private static final QualifiedName PARENT = QualifiedName.of("parent");
    private static final QualifiedName CHILD = QualifiedName.of("child");

    private LiveDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = new LiveDatabase(H2);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private static CreateTable table(QualifiedName name) {
        return new CreateTable(new Table(
                name,
                List.of(Samples.column("id", Samples.BIGINT, false), Samples.column("p", Samples.BIGINT, true)),
                Optional.of(Samples.primaryKey("pk_" + name.name().text(), "id")),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    private static AddConstraint reference(String column) {
        return new AddConstraint(CHILD, Samples.foreignKey("fk", column, "parent", "id", Action.NO_ACTION));
    }

    @Test
    void aDroppedUniqueKeyIsGoneThoughAForeignKeySharesItsIndex() throws Exception {
        Schema schema = database.apply(
                Schema.empty(),
                List.of(
                        table(PARENT),
                        table(CHILD),
                        new AddConstraint(CHILD, Samples.uniqueKey("uq", "p")),
                        reference("p")));
        database.execute("insert into parent (id) values (1)");
        database.execute("insert into child (id, p) values (1, 1)");
        assertThatThrownBy(() -> database.execute("insert into child (id, p) values (2, 1)"))
                .hasMessageContaining("Unique index or primary key violation");

        database.apply(schema, List.of(new DropConstraint(CHILD, Name.of("uq"))));
        database.execute("insert into child (id, p) values (2, 1)");
        assertThatThrownBy(() -> database.execute("insert into child (id, p) values (3, 5)"))
                .hasMessageContaining("Referential integrity constraint violation");
    }

    @Test
    void aDroppedPrimaryKeyIsGoneThoughAForeignKeySharesItsIndex() throws Exception {
        Schema schema = database.apply(Schema.empty(), List.of(table(PARENT), table(CHILD), reference("id")));
        database.apply(schema, List.of(new DropConstraint(CHILD, Name.of("pk_child"))));
        database.execute("insert into parent (id) values (1)");
        database.execute("insert into child (id) values (1)");
        database.execute("insert into child (id) values (1)");
    }

    @Test
    void anIndexThatKeysRestOnIsDropped() throws Exception {
        Schema schema = database.apply(
                Schema.empty(),
                List.of(
                        table(PARENT),
                        table(CHILD),
                        new CreateIndex(PARENT, Samples.index("ux", true, "p")),
                        new AddConstraint(PARENT, Samples.uniqueKey("uq", "p")),
                        new AddConstraint(CHILD, Samples.foreignKey("fk2", "p", "parent", "p", Action.NO_ACTION))));
        Schema after = database.apply(schema, List.of(new DropIndex(PARENT, Name.of("ux"))));
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(H2, after));
    }

    @Test
    void ofTwoKeysOnTheSameColumnsTheReferredOneIsDropped() throws Exception {
        Schema schema = database.apply(
                Schema.empty(),
                List.of(
                        table(PARENT),
                        table(CHILD),
                        new AddConstraint(PARENT, Samples.uniqueKey("uq", "id")),
                        reference("p")));
        for (String key : List.of("pk_parent", "uq")) {
            try (LiveDatabase other = new LiveDatabase(H2)) {
                other.apply(Schema.empty(), SchemaFold.creation(schema));
                Schema after = other.apply(schema, List.of(new DropConstraint(PARENT, Name.of(key))));
                assertThat(other.catalogue()).isEqualTo(LiveDatabase.fresh(H2, after));
            }
        }
    }

    /** What replay should have refused is refused by the database, not worked around. */
    @Test
    void aKeyThatIsReferredToStays() throws Exception {
        Schema schema = database.apply(Schema.empty(), List.of(table(PARENT), table(CHILD), reference("p")));
        assertThatThrownBy(() -> database.apply(schema, List.of(new DropConstraint(PARENT, Name.of("pk_parent")))))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("is used by constraint");
    }

    @Test
    void everythingInASchemaOfItsOwn() throws Exception {
        database.execute("create schema billing");
        QualifiedName bills = QualifiedName.of("billing.bills");
        QualifiedName numbers = QualifiedName.of("billing.numbers");
        QualifiedName invoices = QualifiedName.of("billing.invoices");
        Schema schema = database.apply(
                Schema.empty(),
                List.of(
                        table(bills),
                        new CreateSequence(new Sequence(numbers, 1, 50)),
                        new CreateIndex(bills, Samples.index("ix_bills", false, "p")),
                        new AddConstraint(
                                bills, Samples.foreignKey("fk_bills", "p", "billing.bills", "id", Action.CASCADE))));
        assertThat(database.rows("select index_name from information_schema.indexes"
                        + " where index_schema = 'BILLING' and not is_generated"))
                .containsExactly("IX_BILLS");
        database.apply(
                schema,
                List.of(
                        new DropIndex(bills, Name.of("ix_bills")),
                        new RenameTable(bills, Name.of("invoices")),
                        new DropTable(invoices),
                        new DropSequence(numbers)));
        assertThat(database.rows("select table_name from information_schema.tables where table_schema = 'BILLING'"))
                .isEmpty();
    }
}
