package dev.retort.processor.sql;

import dev.retort.processor.operation.EnumOperation.AddEnumValue;
import dev.retort.processor.operation.EnumOperation.CreateEnum;
import dev.retort.processor.operation.EnumOperation.DropEnum;
import dev.retort.processor.operation.EnumOperation.Neighbour;
import dev.retort.processor.operation.EnumOperation.RenameEnumValue;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AddConstraint;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.Operation.DropColumn;
import dev.retort.processor.operation.Operation.DropTable;
import dev.retort.processor.operation.Operation.RenameColumn;
import dev.retort.processor.operation.Operation.RenameTable;
import dev.retort.processor.operation.SchemaOperation.CreateSchema;
import dev.retort.processor.operation.SchemaOperation.DropSchema;
import dev.retort.processor.operation.SqlOnly;
import dev.retort.processor.operation.StateOnly;
import dev.retort.processor.operation.TriggerOperation.CreateTrigger;
import dev.retort.processor.operation.TriggerOperation.DropTrigger;
import dev.retort.processor.operation.ViewOperation.CreateView;
import dev.retort.processor.operation.ViewOperation.DropView;
import dev.retort.processor.operation.ViewOperation.ReplaceView;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import dev.retort.processor.schema.DatabaseObject;
import dev.retort.processor.schema.EnumType;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.Trigger;
import dev.retort.processor.schema.View;
import dev.retort.processor.schema.WrittenSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A schema with views, triggers, a schema and an enumeration type, and what can be done to them. */
final class ObjectSamples {
    private static final QualifiedName ACCOUNTS = QualifiedName.of("accounts");
    private static final QualifiedName LOG = QualifiedName.of("log");
    private static final QualifiedName PLAIN = QualifiedName.of("plain");
    private static final QualifiedName MOOD = QualifiedName.of("Mood");

    private static final View ACTIVE = view("active_accounts", "select id, email from accounts where state = 'ACTIVE'");
    private static final View EMAILS = view("active_emails", "select email from active_accounts a");

    private static final String IDLE = " for each row call 'dev.retort.processor.sql.IdleTrigger'";

    private static final Trigger LOGGED = trigger(
            "trg_logged",
            "accounts",
            Map.of(
                    "sqlite",
                    "create trigger trg_logged after insert on accounts begin\n"
                            + "    insert into log (account_id, note) values (new.id, new.email);\nend;",
                    "h2",
                    "create trigger trg_logged after insert on accounts" + IDLE,
                    "postgresql",
                    "create trigger trg_logged after insert on accounts for each row execute function note_it()",
                    "mariadb",
                    "create trigger trg_logged after insert on accounts for each row\n"
                            + "    insert into log (account_id, note) values (new.id, new.email)",
                    "mysql",
                    "create trigger trg_logged after insert on accounts for each row\n"
                            + "    insert into log (account_id, note) values (new.id, new.email)",
                    "sqlserver",
                    "create trigger trg_logged on accounts after insert as\n"
                            + "    insert into log (account_id, note) select id, email from inserted",
                    "oracle",
                    "create trigger trg_logged after insert on accounts for each row\nbegin\n"
                            + "    insert into log (account_id, note) values (:new.id, :new.email);\nend;"));
    private static final Trigger MAILED = trigger(
            "trg_mailed",
            "accounts",
            Map.of(
                    "sqlite",
                    "create trigger trg_mailed after update of email on accounts begin delete from log; end",
                    "h2",
                    "create trigger trg_mailed after update on accounts" + IDLE,
                    "postgresql",
                    "create trigger trg_mailed after update of email on accounts for each row"
                            + " execute function note_it()",
                    "mariadb",
                    "create trigger trg_mailed after update on accounts for each row begin\n"
                            + "    delete from log;\nend",
                    "mysql",
                    "create trigger trg_mailed after update on accounts for each row begin\n"
                            + "    delete from log;\nend",
                    "sqlserver",
                    "create trigger trg_mailed on accounts after update as if update(email)\n" + "    delete from log;",
                    "oracle",
                    "create trigger trg_mailed after update of email on accounts begin\n"
                            + "    delete from log;\nend"));

    static final List<Operation> OPERATIONS = List.of(
            new CreateView(view("all_accounts", "select * from accounts;")),
            new CreateView(new View(
                    QualifiedName.of("`Numbered`"),
                    WrittenSql.of(Map.of(
                            "sqlite", "select id, 1 as n from log",
                            "h2", "select id, 2 as n from log",
                            "postgresql", "select id, 3 as n from log",
                            "mariadb", "select id, 4 as n from log",
                            "mysql", "select id, 5 as n from log",
                            "sqlserver", "select id, 6 as n from log",
                            "oracle", "select id, 7 as n from log")))),
            new ReplaceView(view("active_accounts", "select id, email, state from accounts where state <> 'GONE'")),
            new DropView(EMAILS.name()),
            new CreateTrigger(trigger(
                    "trg_plain",
                    "plain",
                    Map.of(
                            "sqlite",
                            "create trigger trg_plain before delete on plain begin select 1; end",
                            "h2",
                            "create trigger trg_plain before delete on plain" + IDLE,
                            "postgresql",
                            "create trigger trg_plain before delete on plain for each row execute function note_it()",
                            "mariadb",
                            "create trigger trg_plain before delete on plain for each row set @deleted = 1",
                            "mysql",
                            "create trigger trg_plain before delete on plain for each row set @deleted = 1",
                            "sqlserver",
                            "create trigger trg_plain on plain instead of delete as rollback",
                            "oracle",
                            "create or replace trigger trg_plain before delete on plain begin null; end"))),
            new DropTrigger(ACCOUNTS, LOGGED.name()),
            new CreateSchema(Name.of("audit")),
            new DropSchema(Name.of("billing")),
            new CreateEnum(new EnumType(QualifiedName.of("size"), List.of("S", "it's M"))),
            new AddEnumValue(MOOD, "FINE", Optional.of(new Neighbour("GOOD", false))),
            new AddEnumValue(MOOD, "it's FINE", Optional.of(new Neighbour("BAD", true))),
            new AddEnumValue(MOOD, "GREAT", Optional.empty()),
            new RenameEnumValue(MOOD, "BAD", "AWFUL"),
            new DropEnum(QualifiedName.of("spare")),
            // What views and triggers stand in the way of.
            new AddConstraint(ACCOUNTS, Samples.check("ck_accounts", "id > 0")),
            new AlterColumn(
                    ACCOUNTS,
                    Name.of("email"),
                    Optional.of(DataType.of(Kind.VARCHAR, 200)),
                    Optional.empty(),
                    Optional.empty()),
            new AddConstraint(LOG, Samples.check("ck_log", "account_id > 0")),
            new DropColumn(ACCOUNTS, Name.of("phone")),
            new RenameColumn(ACCOUNTS, Name.of("phone"), Name.of("mobile")),
            new RenameTable(LOG, Name.of("history")),
            new RenameTable(PLAIN, Name.of("`Simple`")),
            new DropTable(PLAIN),
            new StateOnly(
                    new Operation.AddColumn(ACCOUNTS, Samples.column("nick", DataType.of(Kind.VARCHAR, 20), true))),
            new SqlOnly(
                    WrittenSql.of(Map.of(
                            "sqlite", "alter table accounts add column nick varchar(20);",
                            "h2", "alter table accounts add column nick varchar(20);",
                            "postgresql", "alter table accounts add column nick varchar(20);",
                            "mariadb", "alter table accounts add column nick varchar(20);",
                            "mysql", "alter table accounts add column nick varchar(20);",
                            "sqlserver", "alter table accounts add nick varchar(20);",
                            "oracle", "alter table accounts add nick varchar2(20);")),
                    List.of(new Operation.AddColumn(
                            ACCOUNTS, Samples.column("nick", DataType.of(Kind.VARCHAR, 20), true)))));

    private ObjectSamples() {}

    /** Only PostgreSQL has types with names, and functions for its triggers to call. */
    static Schema schema(String word) {
        boolean hasTypes = word.equals("postgresql");
        List<Column> plain = new ArrayList<>(List.of(Samples.column("id", Samples.BIGINT, false)));
        if (hasTypes) {
            plain.add(Samples.column("mood", DataType.nativeType("Mood"), true).withDefault(Samples.text("GOOD")));
        }
        Schema schema = Schema.of(
                List.of(
                        table(
                                "accounts",
                                Samples.column("id", Samples.BIGINT, false),
                                Samples.column("email", DataType.of(Kind.VARCHAR, 100), false),
                                Samples.column("state", DataType.of(Kind.VARCHAR, 10), true),
                                Samples.column("phone", DataType.of(Kind.VARCHAR, 10), true)),
                        table(
                                "log",
                                new Column(Name.of("id"), Samples.BIGINT, false, Optional.empty(), true),
                                Samples.column("account_id", Samples.BIGINT, true),
                                Samples.column("note", DataType.of(Kind.VARCHAR, 200), true)),
                        table("plain", plain.toArray(Column[]::new))),
                List.of(),
                hasTypes
                        ? List.of(new DatabaseObject(
                                QualifiedName.of("note_it"),
                                List.of("create function note_it() returns trigger language plpgsql as"
                                        + " $$ begin return new; end $$"),
                                List.of("drop function note_it()")))
                        : List.of());
        var extras = schema.extras().with(ACTIVE).with(EMAILS).with(LOGGED).with(MAILED);
        if (hasTypes) {
            extras = extras.with(new EnumType(MOOD, List.of("BAD", "GOOD")))
                    .with(new EnumType(QualifiedName.of("spare"), List.of("A")));
        }
        // A database of its own, see ObjectsExecutionTest, or a user of its own.
        return schema.with(
                Set.of("mariadb", "mysql", "oracle").contains(word) ? extras : extras.with(Name.of("billing")));
    }

    private static Table table(String name, Column... columns) {
        return new Table(
                QualifiedName.of(name),
                List.of(columns),
                Optional.of(Samples.primaryKey("pk_" + name, "id")),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static View view(String name, String query) {
        return new View(QualifiedName.of(name), WrittenSql.of(query));
    }

    private static Trigger trigger(String name, String table, Map<String, String> byDialect) {
        return new Trigger(Name.of(name), QualifiedName.of(table), WrittenSql.of(byDialect));
    }
}
