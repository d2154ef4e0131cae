package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AddConstraint;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.operation.Operation.DropTable;
import dev.retort.processor.operation.Operation.RenameTable;
import dev.retort.processor.operation.TriggerOperation.CreateTrigger;
import dev.retort.processor.operation.ViewOperation.CreateView;
import dev.retort.processor.operation.ViewOperation.DropView;
import dev.retort.processor.operation.ViewOperation.ReplaceView;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.Trigger;
import dev.retort.processor.schema.WrittenSql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Views and triggers that a revision created live on when SQLite makes their table anew. */
class SqliteDependentsTest {
    private static final DatabaseDialect SQLITE = DatabaseDialect.parse("sqlite");
    private static final QualifiedName USERS = QualifiedName.of("users");
    private static final QualifiedName LOG = QualifiedName.of("log");
    private static final AddConstraint CHECK = new AddConstraint(USERS, Samples.check("ck_users", "id > 0"));

    private static final CreateTrigger LOGGED = trigger(
            "logged",
            "users",
            "create trigger logged after insert on users begin insert into log values (new.id); end;");
    private static final CreateTrigger COUNTED = trigger(
            "counted",
            "log",
            "create trigger counted after insert on log begin update users set n = n + 1 where id = new.id; end");
    private static final CreateView NAMES = new CreateView(ObjectSamples.view("names", "select id, name from users"));
    private static final CreateView FEW =
            new CreateView(ObjectSamples.view("few", "select name from names where id < 10"));
    private static final CreateTrigger INSTEAD = trigger(
            "instead",
            "names",
            "create trigger instead instead of insert on names begin"
                    + " insert into users (id, name) values (new.id, new.name); end");

    private LiveDatabase database;
    private Schema schema;

    @BeforeEach
    void create() throws SQLException {
        database = new LiveDatabase(SQLITE);
        schema = database.apply(
                Schema.empty(),
                List.of(
                        new CreateTable(table(
                                "users",
                                Samples.column("id", Samples.BIGINT, false),
                                Samples.column("name", DataType.of(DataType.Kind.VARCHAR, 20), true),
                                Samples.column("n", Samples.INTEGER, false)
                                        .withDefault(Optional.of(new DefaultValue.Whole(0))))),
                        new CreateTable(table("log", Samples.column("id", Samples.BIGINT, true))),
                        NAMES,
                        FEW,
                        LOGGED,
                        COUNTED,
                        INSTEAD));
        database.execute("insert into users (id, name) values (1, 'a')");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void allOfThemWorkAfterARebuild() throws Exception {
        assertThat(sql(CHECK)).isEqualTo("""
                drop trigger counted;
                drop view few;
                drop view names;
                create table _retort_new_users (
                    id bigint not null,
                    name varchar(20),
                    n integer default 0 not null,
                    constraint ck_users check (id > 0)
                );
                insert into _retort_new_users (id, name, n) select id, name, n from users;
                drop table users;
                alter table _retort_new_users rename to users;
                create view names as select id, name from users;
                create view few as select name from names where id < 10;
                create trigger logged after insert on users begin insert into log values (new.id); end;
                create trigger counted after insert on log begin update users set n = n + 1 where id = new.id; end;
                create trigger instead instead of insert on names begin insert into users (id, name) values (new.id, new.name); end;
                -- ForeignKeyCheck[]
                """);
        Schema after = database.apply(schema, List.of(CHECK));
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(SQLITE, after));
        database.execute("insert into names (id, name) values (2, 'b')");
        assertThat(database.rows("select id, name, n from users order by id")).containsExactly("1|a|1", "2|b|1");
        assertThat(database.rows("select id from log order by id")).containsExactly("1", "2");
        assertThat(database.rows("select name from few order by name")).containsExactly("a", "b");
    }

    @Test
    void oneBatchTakesThemAwayOnce() throws Exception {
        List<Operation> operations = List.of(
                CHECK,
                new AlterColumn(
                        USERS,
                        Name.of("name"),
                        Optional.of(DataType.of(DataType.Kind.VARCHAR, 90)),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(sql(operations.toArray(Operation[]::new)))
                .containsOnlyOnce("drop view names")
                .containsOnlyOnce("create trigger logged");
        Schema after = database.apply(schema, operations);
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(SQLITE, after));
    }

    /** The twin: one that no revision created stands in the way, and the revision fails without a trace. */
    @Test
    void aViewOfSomebodyElseStopsTheRebuild() throws Exception {
        database.execute("create view strange as select name from users");
        var before = database.catalogue();
        assertThatThrownBy(() -> database.apply(schema, List.of(CHECK)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("error in view strange");
        assertThat(database.catalogue()).isEqualTo(before);
    }

    @Test
    void aRenamedTableTakesItsTriggersAlongAndARebuildKnowsThem() throws Exception {
        Schema without = database.apply(
                schema, List.of(new DropView(QualifiedName.of("few")), new DropView(QualifiedName.of("names"))));
        QualifiedName members = QualifiedName.of("members");
        Schema after = database.apply(
                without,
                List.of(
                        new RenameTable(USERS, Name.of("members")),
                        new AddConstraint(members, Samples.check("ck_members", "id > 0")),
                        new RenameTable(LOG, Name.of("`The Log`")),
                        new AddConstraint(QualifiedName.of("`The Log`"), Samples.check("ck_log", "id > 0"))));
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(SQLITE, after));
        database.execute("insert into members (id, name) values (2, 'b')");
        assertThat(database.rows("select id, n from members order by id")).containsExactly("1|1", "2|1");
    }

    @Test
    void aReplacedViewKeepsItsTriggers() throws Exception {
        Schema after = database.apply(
                schema,
                List.of(new ReplaceView(ObjectSamples.view("names", "select id, name from users where n < 9"))));
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(SQLITE, after));
        database.execute("insert into names (id, name) values (2, 'b')");
        assertThat(database.rows("select name from few order by name")).containsExactly("a", "b");
    }

    @Test
    void aDroppedTableTakesItsTriggersAndTheReverseBringsThem() throws Exception {
        Schema plain = database.apply(
                schema,
                List.of(
                        new CreateTable(table("extra", Samples.column("id", Samples.BIGINT, true))),
                        trigger(
                                "extra_log",
                                "extra",
                                "create trigger extra_log after insert on extra begin delete from log; end")));
        DropTable drop = new DropTable(QualifiedName.of("extra"));
        Schema after = database.apply(plain, List.of(drop));
        assertThat(after.extras().triggers()).containsOnlyKeys("logged", "counted", "instead");
        database.apply(after, drop.reverse(plain).orElseThrow());
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(SQLITE, plain));
    }

    private static CreateTrigger trigger(String name, String table, String sql) {
        return new CreateTrigger(new Trigger(Name.of(name), QualifiedName.of(table), WrittenSql.of(sql)));
    }

    private static Table table(String name, Column... columns) {
        return new Table(
                QualifiedName.of(name), List.of(columns), Optional.empty(), List.of(), List.of(), List.of(), List.of());
    }

    private String sql(Operation... operations) {
        List<Schema> schemas = SchemaFold.schemas(schema, List.of(operations));
        return LiveDatabase.lines(
                SqlRendering.of(SQLITE).revision(List.of(operations), schemas.subList(0, operations.length)));
    }
}
