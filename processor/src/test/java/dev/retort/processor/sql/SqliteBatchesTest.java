package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AddColumn;
import dev.retort.processor.operation.Operation.AddConstraint;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.Operation.CreateIndex;
import dev.retort.processor.operation.Operation.DefaultChange;
import dev.retort.processor.operation.Operation.DropColumn;
import dev.retort.processor.operation.Operation.DropConstraint;
import dev.retort.processor.operation.Operation.DropIndex;
import dev.retort.processor.operation.Operation.Execute;
import dev.retort.processor.operation.Operation.RenameColumn;
import dev.retort.processor.operation.Operation.RenameTable;
import dev.retort.processor.operation.Operation.Run;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.ForeignKey.Action;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several alterations of one table are one rebuild, and nothing is lost by it. */
class SqliteBatchesTest {
    private static final DatabaseDialect SQLITE = DatabaseDialect.parse("sqlite");
    private static final QualifiedName ACCOUNTS = QualifiedName.of("accounts");
    private static final QualifiedName ORDER = QualifiedName.of("order");
    private static final QualifiedName EMPTY = QualifiedName.of("empty");

    private static final AddConstraint CHECK = new AddConstraint(ORDER, Samples.check("ck_order_1", "id > 0"));
    private static final AddConstraint UNIQUE =
            new AddConstraint(ORDER, Samples.uniqueKey("uq_order_parent", "parent_id"));
    private static final AlterColumn NOTE = type(ORDER, "`Note`", DataType.of(Kind.VARCHAR, 80));

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

    @Test
    void twoConstraintsAndAColumnInOneRebuild() throws Exception {
        assertThat(sql(CHECK, NOTE, UNIQUE)).isEqualTo("""
                create table _retort_new_order (
                    id bigint not null,
                    account_id bigint not null,
                    parent_id bigint,
                    "Note" varchar(80),
                    constraint pk_order primary key (id),
                    constraint fk_order_account foreign key (account_id) references accounts (id) on delete cascade,
                    constraint fk_order_parent foreign key (parent_id) references "order" (id) on delete restrict,
                    constraint uq_order_parent unique (parent_id),
                    constraint ck_order_1 check (id > 0)
                );
                insert into _retort_new_order (id, account_id, parent_id, "Note") select id, account_id, parent_id, "Note" from "order";
                drop table "order";
                alter table _retort_new_order rename to "order";
                create index ix_order_account on "order" (account_id);
                create unique index ux_order_note on "order" (account_id, "Note");
                -- ForeignKeyCheck[]
                """);

        var rows = database.rows("select * from \"order\" order by id");
        Schema after = database.apply(Samples.SCHEMA, List.of(CHECK, NOTE, UNIQUE));
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(SQLITE, after));
        assertThat(database.rows("select * from \"order\" order by id")).isEqualTo(rows);

        database.apply(
                after,
                List.of(
                        new DropConstraint(ORDER, Name.of("uq_order_parent")),
                        type(ORDER, "`Note`", DataType.of(Kind.VARCHAR, 50)),
                        new DropConstraint(ORDER, Name.of("ck_order_1"))));
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(SQLITE, Samples.SCHEMA));
        assertThat(database.rows("select * from \"order\" order by id")).isEqualTo(rows);
    }

    @Test
    void operationsOnOtherTablesMayStandBetween() throws Exception {
        List<Operation> operations = List.of(
                CHECK,
                type(ACCOUNTS, "phone", DataType.of(Kind.VARCHAR, 200)),
                new CreateIndex(EMPTY, Samples.index("ix_empty", false, "b")),
                UNIQUE,
                new AddConstraint(ACCOUNTS, Samples.uniqueKey("uq_accounts_phone", "phone")));
        assertThat(rebuilt(operations)).containsExactly("_retort_new_order", "_retort_new_accounts");
        Schema after = database.apply(Samples.SCHEMA, operations);
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(SQLITE, after));
    }

    @Test
    void columnsAndIndexesOfTheTableComeAlong() throws Exception {
        List<Operation> operations = List.of(
                CHECK,
                new AddColumn(ORDER, Samples.column("size", Samples.INTEGER, true)),
                new DropIndex(ORDER, Name.of("ux_order_note")),
                new DropColumn(ORDER, Name.of("`Note`")),
                new CreateIndex(ORDER, Samples.index("ix_order_size", false, "size")),
                UNIQUE,
                new AddColumn(ORDER, Samples.column("weight", Samples.INTEGER, true)));
        assertThat(sql(operations.toArray(Operation[]::new)))
                .containsOnlyOnce("create table")
                .contains("alter table \"order\" add column weight integer")
                .doesNotContain("drop column", "add column size", "drop index");
        Schema after = database.apply(Samples.SCHEMA, operations);
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(SQLITE, after));
    }

    @Test
    void whatCouldSeeTheTableHalfwayComesBetweenTwo() {
        assertThat(rebuilt(List.of(CHECK, new Execute("delete from \"order\" where id > 7"), UNIQUE)))
                .hasSize(2);
        assertThat(rebuilt(List.of(CHECK, new Run("com.acme.Backfill", "orders"), UNIQUE)))
                .hasSize(2);
        assertThat(sql(CHECK, new Execute("delete from tags"), UNIQUE))
                .containsSubsequence("create table", "delete from tags", "create table");
    }

    @Test
    void aRenameComesBetweenTwo() throws Exception {
        List<Operation> operations = List.of(
                CHECK,
                new RenameColumn(ORDER, Name.of("parent_id"), Name.of("origin")),
                new AddConstraint(ORDER, Samples.uniqueKey("uq_order_origin", "origin")),
                new RenameTable(ORDER, Name.of("orders")),
                type(QualifiedName.of("orders"), "`Note`", DataType.of(Kind.VARCHAR, 90)));
        assertThat(rebuilt(operations)).containsExactly("_retort_new_order", "_retort_new_order", "_retort_new_orders");
        Schema after = database.apply(Samples.SCHEMA, operations);
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(SQLITE, after));
        assertThat(database.rows("select id, origin from orders order by id")).containsExactly("7|null", "9|7");
    }

    @Test
    void aColumnThatComesBackIsEmpty() throws Exception {
        List<Operation> operations = List.of(
                new DropConstraint(ACCOUNTS, Name.of("uq_accounts_email")),
                new DropColumn(ACCOUNTS, Name.of("phone")),
                new AddColumn(ACCOUNTS, Samples.column("phone", Samples.INTEGER, true)),
                new AddConstraint(ACCOUNTS, Samples.uniqueKey("uq_accounts_phone", "phone")));
        assertThat(rebuilt(operations)).hasSize(1);
        Schema after = database.apply(Samples.SCHEMA, operations);
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(SQLITE, after));
        assertThat(database.rows("select email, phone from accounts order by id"))
                .containsExactly("a@x|null", "b@x|null");
    }

    @Test
    void rowsTakeTheDefaultThatAColumnIsAddedWith() throws Exception {
        List<Operation> operations = List.of(
                CHECK,
                new AddColumn(
                        ORDER,
                        Samples.column("size", Samples.INTEGER, false)
                                .withDefault(Optional.of(new DefaultValue.Whole(3)))),
                new AlterColumn(
                        ORDER,
                        Name.of("size"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new DefaultChange(Optional.empty()))));
        assertThat(rebuilt(operations)).hasSize(2);
        Schema after = database.apply(Samples.SCHEMA, operations);
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(SQLITE, after));
        assertThat(database.rows("select size from \"order\"")).containsExactly("3", "3");
    }

    @Test
    void valuesTakeTheTypesOneAfterTheOther() throws Exception {
        database.execute("update accounts set phone = '0123'");
        database.apply(
                Samples.SCHEMA,
                List.of(
                        type(ACCOUNTS, "phone", Samples.INTEGER),
                        type(ACCOUNTS, "phone", DataType.of(Kind.VARCHAR, 20))));
        assertThat(database.rows("select distinct phone from accounts")).containsExactly("123");
    }

    @Test
    void anIndexTakesANameOnlyWhenItIsFree() throws Exception {
        List<Operation> operations = List.of(
                CHECK,
                new DropIndex(ACCOUNTS, Name.of("ix_accounts_created")),
                new CreateIndex(ORDER, Samples.index("ix_accounts_created", false, "parent_id")),
                UNIQUE);
        Schema after = database.apply(Samples.SCHEMA, operations);
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(SQLITE, after));
    }

    @Test
    void foreignKeysThatAreAddedTogetherAreCheckedOnce() throws Exception {
        List<Operation> operations = List.of(
                new AddConstraint(EMPTY, Samples.foreignKey("fk_empty_a", "a", "accounts", "id", Action.SET_NULL)),
                new AddConstraint(EMPTY, Samples.foreignKey("fk_empty_b", "b", "accounts", "id", Action.CASCADE)));
        assertThat(rebuilt(operations)).hasSize(1);
        assertThat(sql(operations.toArray(Operation[]::new))).containsOnlyOnce("ForeignKeyCheck");
        database.execute("insert into empty (a, b) values (1, 2)");
        database.apply(Samples.SCHEMA, operations);
        database.execute("delete from accounts where id = 1");
        assertThat(database.rows("select a, b from empty")).containsExactly("null|2");
    }

    private static AlterColumn type(QualifiedName table, String column, DataType type) {
        return new AlterColumn(table, Name.of(column), Optional.of(type), Optional.empty(), Optional.empty());
    }

    /** The temporary names of the tables that are made. */
    private static List<String> rebuilt(List<Operation> operations) {
        return sql(operations.toArray(Operation[]::new))
                .lines()
                .filter(line -> line.startsWith("create table "))
                .map(line -> line.replaceAll("create table \"?(\\w+).*", "$1"))
                .toList();
    }

    private static String sql(Operation... operations) {
        List<Schema> schemas = SchemaFold.schemas(Samples.SCHEMA, List.of(operations));
        return LiveDatabase.lines(
                SqlRendering.of(SQLITE).revision(List.of(operations), schemas.subList(0, operations.length)));
    }
}
