package dev.retort.processor.sql;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AddColumn;
import dev.retort.processor.operation.Operation.AddConstraint;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.Operation.CommentOnTable;
import dev.retort.processor.operation.Operation.CreateIndex;
import dev.retort.processor.operation.Operation.CreateSequence;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.operation.Operation.DefaultChange;
import dev.retort.processor.operation.Operation.DropColumn;
import dev.retort.processor.operation.Operation.DropConstraint;
import dev.retort.processor.operation.Operation.DropIndex;
import dev.retort.processor.operation.Operation.DropSequence;
import dev.retort.processor.operation.Operation.DropTable;
import dev.retort.processor.operation.Operation.Execute;
import dev.retort.processor.operation.Operation.ExecuteByDialect;
import dev.retort.processor.operation.Operation.RenameColumn;
import dev.retort.processor.operation.Operation.RenameTable;
import dev.retort.processor.operation.Operation.Run;
import dev.retort.processor.operation.Operation.TextChange;
import dev.retort.processor.operation.PartOperation.RenameConstraint;
import dev.retort.processor.operation.PartOperation.RenameIndex;
import dev.retort.processor.operation.RowOperation.BulkDelete;
import dev.retort.processor.operation.RowOperation.BulkInsert;
import dev.retort.processor.operation.SequenceOperation.AlterSequence;
import dev.retort.processor.operation.SequenceOperation.NumberChange;
import dev.retort.processor.operation.SequenceOperation.RenameSequence;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Exclusion;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.ForeignKey.Action;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A schema with rows, and every operation on it. */
final class Samples {
    static final DataType BIGINT = DataType.of(Kind.BIGINT);
    static final DataType INTEGER = DataType.of(Kind.INTEGER);

    static final Table ACCOUNTS = new Table(
            QualifiedName.of("accounts"),
            List.of(
                    new Column(Name.of("id"), BIGINT, false, Optional.empty(), true),
                    column("email", DataType.of(Kind.VARCHAR, 100), false),
                    column("state", DataType.enumeration(List.of("LOCKED", "ACTIVE")), false)
                            .withDefault(text("ACTIVE")),
                    column("level", DataType.enumeration(List.of("LOW", "HIGH")), true),
                    column("balance", DataType.of(Kind.NUMERIC, 10, 2), true)
                            .withDefault(Optional.of(new DefaultValue.Decimal(new BigDecimal("0.00")))),
                    column("created", DataType.of(Kind.TIMESTAMP, 6), true),
                    column("phone", DataType.of(Kind.VARCHAR, 20), true)),
            Optional.of(primaryKey("pk_accounts", "id")),
            List.of(),
            List.of(uniqueKey("uq_accounts_email", "email")),
            List.of(check("ck_accounts_1", "balance >= 0")),
            List.of(index("ix_accounts_created", false, "created")));

    static final Table ORDER = new Table(
            QualifiedName.of("order"),
            List.of(
                    column("id", BIGINT, false),
                    column("account_id", BIGINT, false),
                    column("parent_id", BIGINT, true),
                    column("`Note`", DataType.of(Kind.VARCHAR, 50), true)),
            Optional.of(primaryKey("pk_order", "id")),
            List.of(
                    foreignKey("fk_order_account", "account_id", "accounts", "id", Action.CASCADE),
                    foreignKey("fk_order_parent", "parent_id", "order", "id", Action.RESTRICT)),
            List.of(),
            List.of(),
            List.of(
                    index("ix_order_account", false, "account_id"),
                    index("ux_order_note", true, "account_id", "`Note`")));

    static final Table TAGS = new Table(
            QualifiedName.of("tags"),
            List.of(column("a", INTEGER, true), column("b", INTEGER, false).withComment(Optional.of("the second"))),
            Optional.of(primaryKey("pk_tags", "a", "b")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.of("labels"));

    static final Table EMPTY = new Table(
            QualifiedName.of("empty"),
            List.of(column("a", BIGINT, true), column("b", INTEGER, false)),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    static final Schema SCHEMA = Schema.of(
            List.of(ACCOUNTS, ORDER, TAGS, EMPTY), List.of(new Sequence(QualifiedName.of("order_seq"), 1, 50)));

    /** Names stand between back ticks. */
    static final List<String> ROWS = List.of(
            "insert into accounts (email, level, balance, phone) values ('a@x', 'LOW', 1.50, '123')",
            "insert into accounts (email, state, created) values ('b@x', 'LOCKED', '2026-11-22 12:00:00')",
            "insert into `order` (id, account_id, parent_id, `Note`) values (7, 2, null, 'first')",
            "insert into `order` (id, account_id, parent_id, `Note`) values (9, 2, 7, null)",
            "insert into tags (a, b) values (1, 2)");

    private Samples() {}

    /** Not of the type of the column that refers to it, then. */
    static final Operation NARROWER_KEY = new AlterColumn(
            QualifiedName.of("order"), Name.of("id"), Optional.of(INTEGER), Optional.empty(), Optional.empty());

    static final Operation EXPRESSION_INDEX = new CreateIndex(
            QualifiedName.of("accounts"),
            new Index(
                    Optional.of(Name.of("ix_accounts_lower")),
                    List.of(IndexPart.of("lower(email) desc"), IndexPart.of("id")),
                    false,
                    false));

    static final Operation PARTIAL_INDEX = new CreateIndex(
            QualifiedName.of("accounts"),
            new Index(
                    Optional.of(Name.of("ux_accounts_phone")),
                    List.of(IndexPart.of("phone")),
                    true,
                    true,
                    List.of(),
                    Optional.of("balance > 0")));

    static final Operation COVERING_INDEX = new CreateIndex(
            QualifiedName.of("order"),
            new Index(
                    Optional.of(Name.of("`ix Cover`")),
                    List.of(IndexPart.of("parent_id desc")),
                    true,
                    false,
                    Name.listOf(List.of("account_id", "`Note`")),
                    Optional.empty()));

    static final Operation BOUNDED = new CreateSequence(new Sequence(
            QualifiedName.of("bounded"), 10, 5, Optional.of(10L), Optional.of(1000L), true, Optional.of(20L)));

    static final Operation REBOUNDED = new AlterSequence(
            QualifiedName.of("order_seq"),
            Optional.of(10),
            Optional.of(500L),
            Optional.of(new NumberChange(Optional.of(-5L))),
            Optional.of(new NumberChange(Optional.of(5_000_000_000L))),
            Optional.of(true),
            Optional.of(new NumberChange(Optional.of(7L))));

    static final Operation APART = new AddConstraint(
            QualifiedName.of("accounts"),
            new Exclusion(
                    Optional.of(Name.of("`ex Balance`")),
                    "gist",
                    List.of(new Exclusion.Element(IndexPart.of("numrange(balance, balance + 1)"), "&&")),
                    Optional.of("balance > 0")));

    static final Operation APART_BY_COLUMNS = new AddConstraint(
            QualifiedName.of("order"),
            new Exclusion(
                    Optional.of(Name.of("ex_order")),
                    "btree",
                    List.of(
                            new Exclusion.Element(IndexPart.of("`Note`"), "="),
                            new Exclusion.Element(IndexPart.of("account_id"), "=")),
                    Optional.empty()));

    private static final Operation CONVERTED = new AlterColumn(
            QualifiedName.of("accounts"),
            Name.of("phone"),
            Optional.of(INTEGER),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("length(phone) * 10"),
            Optional.empty(),
            Optional.empty());

    static final Operation CONVERTED_IN_A_KEY = new AlterColumn(
            QualifiedName.of("accounts"),
            Name.of("email"),
            Optional.of(DataType.of(Kind.VARCHAR, 200)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("upper(email)"),
            Optional.empty(),
            Optional.empty());

    private static final Operation COMPUTED = alter("accounts", "phone", Optional.empty(), Optional.of("email"));

    static final Operation COMPUTED_IN_A_CHECK =
            alter("accounts", "balance", Optional.empty(), Optional.of("length(email) * 2"));

    static final Operation NUMBERED = alter("order", "id", Optional.of(true), Optional.empty());

    static final Operation ROWS_WITH_NOTHING = new BulkInsert(
            QualifiedName.of("accounts"),
            Name.listOf(List.of("id", "email", "state", "balance", "created")),
            List.of(
                    List.of(whole(70), text("it's C:\\c"), text("LOCKED"), decimal("1.5"), Optional.empty()),
                    List.of(
                            whole(71),
                            text(""),
                            text("ACTIVE"),
                            Optional.of(new DefaultValue.Whole(0)),
                            text("2026-11-23T09:30:00.25"))));

    private static AlterColumn alter(
            String table, String column, Optional<Boolean> identity, Optional<String> generatedAs) {
        return new AlterColumn(
                QualifiedName.of(table),
                Name.of(column),
                Optional.empty(),
                Optional.empty(),
                generatedAs.isPresent() ? Optional.of(new DefaultChange(Optional.empty())) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                identity,
                generatedAs.map(sql -> new TextChange(Optional.of(sql))));
    }

    static final List<Operation> OPERATIONS = List.of(
            new CreateTable(new Table(
                    QualifiedName.of("`Line Items`"),
                    List.of(
                            column("order", BIGINT, false),
                            column("number", INTEGER, false),
                            column("kind", DataType.enumeration(List.of("GOODS", "SERVICE")), false)
                                    .withDefault(text("GOODS")),
                            column("added", DataType.of(Kind.TIMESTAMP, 6), false)
                                    .withDefault(Optional.of(new DefaultValue.Expression("current_timestamp"))),
                            column("gift", DataType.of(Kind.BOOL), false)
                                    .withDefault(Optional.of(new DefaultValue.Bool(false)))),
                    Optional.of(primaryKey("pk_line_items", "order", "number")),
                    List.of(foreignKey("fk_line_items_order", "order", "order", "id", Action.CASCADE)),
                    List.of(uniqueKey("uq_line_items", "kind", "number")),
                    List.of(check("ck_line_items_1", "number > 0")),
                    List.of())),
            new DropTable(QualifiedName.of("order")),
            new RenameTable(QualifiedName.of("accounts"), Name.of("members")),
            new RenameTable(QualifiedName.of("order"), Name.of("`Select`")),
            new RenameTable(QualifiedName.of("tags"), Name.of("Tags")),
            new AddColumn(QualifiedName.of("accounts"), column("nickname", DataType.of(Kind.VARCHAR, 255), true)),
            new AddColumn(
                    QualifiedName.of("accounts"),
                    column("visits", INTEGER, false).withDefault(Optional.of(new DefaultValue.Whole(-1)))),
            new AddColumn(
                    QualifiedName.of("accounts"),
                    column("seen", DataType.of(Kind.TIMESTAMP, 6), false)
                            .withDefault(Optional.of(new DefaultValue.Expression("current_timestamp")))),
            new AddColumn(
                    QualifiedName.of("order"),
                    column("size", DataType.enumeration(List.of("S", "M")), false)
                            .withDefault(text("S"))),
            new AddColumn(QualifiedName.of("empty"), column("c", INTEGER, false)),
            new DropColumn(QualifiedName.of("accounts"), Name.of("phone")),
            new DropColumn(QualifiedName.of("accounts"), Name.of("level")),
            new RenameColumn(QualifiedName.of("accounts"), Name.of("email"), Name.of("mail")),
            new RenameColumn(QualifiedName.of("accounts"), Name.of("id"), Name.of("ident")),
            new RenameColumn(QualifiedName.of("accounts"), Name.of("state"), Name.of("group")),
            new RenameColumn(QualifiedName.of("order"), Name.of("account_id"), Name.of("`Owner`")),
            new RenameColumn(QualifiedName.of("tags"), Name.of("a"), Name.of("A")),
            new AlterColumn(
                    QualifiedName.of("accounts"),
                    Name.of("phone"),
                    Optional.of(DataType.of(Kind.VARCHAR, 200)),
                    Optional.empty(),
                    Optional.empty()),
            new AlterColumn(
                    QualifiedName.of("accounts"),
                    Name.of("created"),
                    Optional.of(DataType.of(Kind.TIMESTAMP, 3)),
                    Optional.empty(),
                    Optional.empty()),
            new AlterColumn(
                    QualifiedName.of("accounts"),
                    Name.of("email"),
                    Optional.empty(),
                    Optional.of(true),
                    Optional.empty()),
            new AlterColumn(
                    QualifiedName.of("accounts"),
                    Name.of("state"),
                    Optional.of(DataType.enumeration(List.of("LOCKED", "ACTIVE", "GONE"))),
                    Optional.empty(),
                    Optional.of(new DefaultChange(Optional.empty()))),
            new AlterColumn(
                    QualifiedName.of("accounts"),
                    Name.of("level"),
                    Optional.of(DataType.of(Kind.VARCHAR, 10)),
                    Optional.empty(),
                    Optional.of(new DefaultChange(text("it's")))),
            NARROWER_KEY,
            new AlterColumn(
                    QualifiedName.of("tags"),
                    Name.of("b"),
                    Optional.of(BIGINT),
                    Optional.of(true),
                    Optional.of(new DefaultChange(Optional.of(new DefaultValue.Whole(5))))),
            APART,
            APART_BY_COLUMNS,
            CONVERTED,
            CONVERTED_IN_A_KEY,
            alter("accounts", "id", Optional.of(false), Optional.empty()),
            NUMBERED,
            COMPUTED,
            COMPUTED_IN_A_CHECK,
            new CreateIndex(QualifiedName.of("order"), index("ix_order_parent", false, "parent_id")),
            new CreateIndex(QualifiedName.of("order"), index("`ux Order`", true, "`Note`", "parent_id")),
            new DropIndex(QualifiedName.of("order"), Name.of("ix_order_account")),
            new CreateIndex(QualifiedName.of("order"), index("`ix Apart`", true, "account_id", "id"), true),
            new DropIndex(QualifiedName.of("accounts"), Name.of("ix_accounts_created"), true),
            new RenameIndex(QualifiedName.of("order"), Name.of("ix_order_account"), Name.of("`ix Owner`")),
            PARTIAL_INDEX,
            COVERING_INDEX,
            new RenameConstraint(QualifiedName.of("accounts"), Name.of("pk_accounts"), Name.of("`pk Members`")),
            new RenameConstraint(QualifiedName.of("accounts"), Name.of("uq_accounts_email"), Name.of("uq_mail")),
            new RenameConstraint(QualifiedName.of("order"), Name.of("fk_order_account"), Name.of("fk_order_owner")),
            new RenameConstraint(QualifiedName.of("order"), Name.of("fk_order_parent"), Name.of("fk_order_before")),
            new RenameConstraint(QualifiedName.of("accounts"), Name.of("ck_accounts_1"), Name.of("`ck Balance`")),
            new AddConstraint(
                    QualifiedName.of("empty"), foreignKey("fk_empty", "a", "accounts", "id", Action.SET_NULL)),
            new AddConstraint(QualifiedName.of("accounts"), uniqueKey("uq_accounts_phone", "phone", "state")),
            new AddConstraint(QualifiedName.of("empty"), primaryKey("pk_empty", "a")),
            new AddConstraint(QualifiedName.of("order"), check("ck_order_1", "id > 0")),
            new DropConstraint(QualifiedName.of("order"), Name.of("fk_order_account")),
            new DropConstraint(QualifiedName.of("accounts"), Name.of("uq_accounts_email")),
            new DropConstraint(QualifiedName.of("tags"), Name.of("pk_tags")),
            new DropConstraint(QualifiedName.of("accounts"), Name.of("ck_accounts_1")),
            new CreateSequence(new Sequence(QualifiedName.of("`Job Seq`"), 5_000_000_000L, 1)),
            new DropSequence(QualifiedName.of("order_seq")),
            BOUNDED,
            REBOUNDED,
            new AlterSequence(
                    QualifiedName.of("order_seq"),
                    Optional.empty(),
                    Optional.of(77L),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
            AlterSequence.increment(QualifiedName.of("order_seq"), 20),
            new AlterSequence(
                    QualifiedName.of("order_seq"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(700L)),
            new RenameSequence(QualifiedName.of("order_seq"), Name.of("`Order Numbers`")),
            new CommentOnTable(QualifiedName.of("accounts"), Optional.of("who's who, C:\\all")),
            new CommentOnTable(QualifiedName.of("tags"), Optional.empty()),
            new AddColumn(
                    QualifiedName.of("empty"),
                    column("d", DataType.of(Kind.VARCHAR, 10), true)
                            .withDefault(text("C:\\it's"))
                            .withComment(Optional.of("it's C:\\all"))),
            new AddColumn(
                    QualifiedName.of("accounts"),
                    column("doubled", DataType.of(Kind.NUMERIC, 12, 2), true)
                            .withGeneratedAs(Optional.of("balance * 2"))),
            new AlterColumn(
                    QualifiedName.of("accounts"),
                    Name.of("phone"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new TextChange(Optional.of("with prefix")))),
            new AlterColumn(
                    QualifiedName.of("tags"),
                    Name.of("b"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new TextChange(Optional.empty()))),
            new CreateIndex(
                    QualifiedName.of("accounts"),
                    new Index(
                            Optional.of(Name.of("ix_accounts_sorted")),
                            List.of(IndexPart.of("created desc"), IndexPart.of("email")),
                            false,
                            false)),
            EXPRESSION_INDEX,
            ROWS_WITH_NOTHING,
            new BulkInsert(
                    QualifiedName.of("empty"),
                    Name.listOf(List.of("b")),
                    List.of(List.of(whole(1)), List.of(whole(-2)))),
            new BulkDelete(
                    QualifiedName.of("tags"),
                    Name.listOf(List.of("a", "b")),
                    List.of(List.of(whole(1), whole(2)), List.of(whole(3), whole(4)))),
            new Execute(" update accounts set phone = ';' ; "),
            new ExecuteByDialect(Map.of(
                    "sqlite",
                    "delete from tags where a is 1;",
                    "h2",
                    "delete from tags where a is not distinct from 1",
                    "postgresql",
                    "delete from tags where a is not distinct from 1",
                    "mariadb",
                    "delete from tags where a <=> 1",
                    "mysql",
                    "delete from tags where a <=> 1",
                    "sqlserver",
                    "delete from tags where a = 1",
                    "oracle",
                    "begin delete from tags where a = 1; end")),
            new Run("com.acme.Backfill$Steps", "themes"));

    static boolean isSupported(String word, Operation operation) {
        return !UnsupportedSamples.BY_DIALECT.getOrDefault(word, Set.of()).contains(operation);
    }

    static Column column(String name, DataType type, boolean nullable) {
        return Column.of(Name.of(name), type, nullable);
    }

    static Optional<DefaultValue> whole(long value) {
        return Optional.of(new DefaultValue.Whole(value));
    }

    static Optional<DefaultValue> decimal(String value) {
        return Optional.of(new DefaultValue.Decimal(new BigDecimal(value)));
    }

    static Optional<DefaultValue> text(String value) {
        return Optional.of(new DefaultValue.Text(value));
    }

    static PrimaryKey primaryKey(String name, String... columns) {
        return new PrimaryKey(Optional.of(Name.of(name)), Name.listOf(Arrays.asList(columns)));
    }

    static UniqueKey uniqueKey(String name, String... columns) {
        return new UniqueKey(Optional.of(Name.of(name)), Name.listOf(Arrays.asList(columns)), false);
    }

    static Check check(String name, String condition) {
        return new Check(Optional.of(Name.of(name)), condition, false);
    }

    static Index index(String name, boolean unique, String... columns) {
        return Index.on(Optional.of(Name.of(name)), Name.listOf(Arrays.asList(columns)), unique, false);
    }

    static ForeignKey foreignKey(String name, String column, String table, String referenced, Action onDelete) {
        return new ForeignKey(
                Optional.of(Name.of(name)),
                List.of(Name.of(column)),
                QualifiedName.of(table),
                List.of(Name.of(referenced)),
                onDelete,
                Action.NO_ACTION,
                false);
    }
}
