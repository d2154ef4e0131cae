package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AddColumn;
import dev.retort.processor.operation.Operation.AddConstraint;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.Operation.CreateIndex;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.operation.Operation.DropColumn;
import dev.retort.processor.operation.Operation.DropConstraint;
import dev.retort.processor.operation.Operation.DropIndex;
import dev.retort.processor.operation.Operation.DropTable;
import dev.retort.processor.operation.Operation.RenameColumn;
import dev.retort.processor.operation.Operation.RenameTable;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.ForeignKey.Action;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteStatementsTest {
    private static final DatabaseDialect SQLITE = DatabaseDialect.parse("sqlite");
    private static final QualifiedName ACCOUNTS = QualifiedName.of("accounts");
    private static final QualifiedName ORDER = QualifiedName.of("order");
    private static final AlterColumn WIDER_PHONE = new AlterColumn(
            ACCOUNTS, Name.of("phone"), Optional.of(DataType.nativeType("text")), Optional.empty(), Optional.empty());

    private static final String NEW =
            "select name from sqlite_master where name like '%bills' or name like '%invoices'";

    private LiveDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = new LiveDatabase(SQLITE);
        database.apply(Schema.empty(), SchemaFold.creation(Samples.SCHEMA));
        for (String row : Samples.ROWS) {
            database.execute(row);
        }
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    /** Both settings: a rebuild must not depend on what a rename does to the references of others. */
    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void foreignKeysToARebuiltTableHold(String legacy) throws Exception {
        database.execute("pragma legacy_alter_table = " + legacy);
        AlterColumn id =
                new AlterColumn(ORDER, Name.of("id"), Optional.of(Samples.INTEGER), Optional.empty(), Optional.empty());
        Schema after = database.apply(Samples.SCHEMA, List.of(WIDER_PHONE, id));
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(SQLITE, after));

        assertThatThrownBy(() -> database.execute("insert into \"order\" (id, account_id) values (10, 99)"))
                .hasMessageContaining("FOREIGN KEY constraint failed");
        assertThatThrownBy(() -> database.execute("delete from \"order\" where id = 7"))
                .hasMessageContaining("FOREIGN KEY constraint failed");
        database.execute("update \"order\" set parent_id = null");
        database.execute("delete from accounts where id = 2");
        assertThat(database.rows("select * from \"order\"")).isEmpty();
    }

    @Test
    void rowsKeepTheirNumbersAndTheNextOneFollows() throws Exception {
        database.execute("delete from accounts where id = 1");
        database.execute("insert into accounts (id, email) values (40, 'c@x')");
        database.apply(Samples.SCHEMA, List.of(WIDER_PHONE));
        database.execute("insert into accounts (id, email) values (null, 'd@x')");
        assertThat(database.rows("select id, email from accounts order by id"))
                .containsExactly("2|b@x", "40|c@x", "41|d@x");
    }

    @Test
    void enumerationIsGuardedUnderNewNamesAndCanBeChangedAndDropped() throws Exception {
        QualifiedName members = QualifiedName.of("members");
        Schema schema = database.apply(
                Samples.SCHEMA,
                List.of(
                        new RenameColumn(ACCOUNTS, Name.of("state"), Name.of("group")),
                        new RenameTable(ACCOUNTS, Name.of("members")),
                        new AddColumn(
                                members, Samples.column("state", DataType.enumeration(List.of("ON", "OFF")), true))));
        assertThatThrownBy(() -> database.execute("update members set \"group\" = 'GONE'"))
                .hasMessageContaining("CHECK constraint failed");
        assertThatThrownBy(() -> database.execute("update members set state = 'ACTIVE'"))
                .hasMessageContaining("CHECK constraint failed");

        schema = database.apply(
                schema,
                List.of(new AlterColumn(
                        members,
                        Name.of("group"),
                        Optional.of(DataType.enumeration(List.of("ACTIVE", "LOCKED", "GONE"))),
                        Optional.empty(),
                        Optional.empty())));
        database.execute("update members set \"group\" = 'GONE'");
        assertThat(database.rows("select sql from sqlite_master where name = 'members'"))
                .singleElement()
                .asString()
                .contains("constraint ck_members_group check (\"group\" in ('ACTIVE','LOCKED','GONE'))")
                .contains("constraint ck_members_level check");

        schema = database.apply(
                schema, List.of(new DropColumn(members, Name.of("group")), new DropColumn(members, Name.of("state"))));
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(SQLITE, schema));
    }

    @Test
    void oneCheckAtTheEndOfARevisionHoweverManyRebuilds() {
        List<Operation> operations = List.of(
                WIDER_PHONE,
                new DropConstraint(ORDER, Name.of("fk_order_parent")),
                new DropIndex(ORDER, Name.of("ix_order_account")));
        List<Schema> schemas = SchemaFold.schemas(Samples.SCHEMA, operations);
        List<SqlStep> steps = SqlRendering.of(SQLITE).revision(operations, schemas.subList(0, 3));
        assertThat(steps).filteredOn(SqlStep.ForeignKeyCheck.class::isInstance).hasSize(1);
        assertThat(steps.get(steps.size() - 1)).isEqualTo(new SqlStep.ForeignKeyCheck());
    }

    @Test
    void theCheckFindsRowsThatANewKeyLeavesWithoutTheirTarget() throws Exception {
        database.execute("insert into empty (a, b) values (99, 1)");
        AddConstraint key = new AddConstraint(
                QualifiedName.of("empty"), Samples.foreignKey("fk_empty", "a", "accounts", "id", Action.NO_ACTION));
        assertThatThrownBy(() -> database.apply(Samples.SCHEMA, List.of(key)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("empty|1|accounts|0");
    }

    @Test
    void columnWithoutValueForRowsFailsAndLeavesTheTableAlone() throws Exception {
        var before = database.catalogue();
        AddColumn column = new AddColumn(ACCOUNTS, Samples.column("visits", Samples.INTEGER, false));
        assertThatThrownBy(() -> database.apply(Samples.SCHEMA, List.of(column)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("NOT NULL constraint failed: _retort_new_accounts.visits");
        assertThat(database.catalogue()).isEqualTo(before);
        assertThat(database.rows("select count(*) from accounts")).containsExactly("2");
    }

    /** The drop deletes row by row where keys are enforced, and rows that restrict each other stop it. */
    @Test
    void tableThatRestrictsItselfIsDroppedWithRows() throws Exception {
        assertThatThrownBy(() -> database.execute("drop table \"order\"")).isInstanceOf(SQLException.class);
        database.apply(Samples.SCHEMA, List.of(new DropTable(ORDER)));
        assertThat(database.rows("select name from sqlite_master where name like '%order'"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "7 | 7 | true",
                "-1.5e3 | -1.5e3 | true",
                "'it''s' | 'it''s' | true",
                "x'0F' | x'0F' | true",
                "null | null | false",
                "current_timestamp | current_timestamp | false",
                "datetime('now') | (datetime('now')) | false",
                "(1 + 1) | (1 + 1) | false",
                "(1) + (1) | ((1) + (1)) | false",
                "(')') | (')') | false"
            })
    void defaults(String expression, String written, boolean inPlace) throws Exception {
        Column column = Samples.column("c", DataType.nativeType("text"), false)
                .withDefault(Optional.of(new DefaultValue.Expression(expression)));
        AddColumn operation = new AddColumn(QualifiedName.of("empty"), column);
        SqlRendering rendering = SqlRendering.of(SQLITE);
        assertThat(((SqlStep.Statement)
                                rendering.render(operation, Samples.SCHEMA).get(0))
                        .sql())
                .contains("c text default " + written + " not null");
        assertThat(rendering.rebuilds(operation, Samples.SCHEMA))
                .isEqualTo(inPlace ? Optional.empty() : Optional.of(QualifiedName.of("empty")));
        Schema after = database.apply(Samples.SCHEMA, List.of(operation));
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(SQLITE, after));
    }

    @ParameterizedTest
    @CsvSource({"phone, false", "note, true", "lance, false"})
    void aColumnThatACheckMayMeanIsDroppedByARebuild(String name, boolean rebuilt) throws Exception {
        Column column = Samples.column(name, Samples.INTEGER, true);
        Table table = new Table(
                QualifiedName.of("t"),
                List.of(Samples.column("balance", Samples.INTEGER, true), column),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(Samples.check("ck_t", "balance <> 0 or 'Note' = 'a note'")),
                List.of());
        Schema schema = database.apply(Schema.empty(), List.of(new CreateTable(table)));
        DropColumn drop = new DropColumn(table.name(), column.name());
        assertThat(SqlRendering.of(SQLITE).rebuilds(drop, schema).isPresent()).isEqualTo(rebuilt);
        database.apply(schema, List.of(drop));
        assertThat(database.rows("select name from pragma_table_info('t')")).containsExactly("balance");
    }

    @Test
    void schemasAreLeftOutOfNames() throws Exception {
        QualifiedName name = QualifiedName.of("billing.bills");
        Table bills = new Table(
                name,
                List.of(Samples.column("id", Samples.BIGINT, false), Samples.column("next", Samples.BIGINT, true)),
                Optional.of(Samples.primaryKey("pk_bills", "id")),
                List.of(Samples.foreignKey("fk_bills", "next", "billing.bills", "id", Action.NO_ACTION)),
                List.of(),
                List.of(),
                List.of());
        Schema schema = database.apply(
                Schema.empty(),
                List.of(
                        new CreateTable(bills),
                        new CreateIndex(name, Samples.index("ix_bills", false, "next")),
                        new AddConstraint(name, Samples.check("ck_bills", "id > 0"))));
        assertThat(database.rows(NEW)).containsExactlyInAnyOrder("bills", "ix_bills");
        database.apply(
                schema,
                List.of(
                        new DropIndex(name, Name.of("ix_bills")),
                        new RenameTable(name, Name.of("invoices")),
                        new DropTable(QualifiedName.of("billing.invoices"))));
        assertThat(database.rows(NEW)).isEmpty();
    }
}
