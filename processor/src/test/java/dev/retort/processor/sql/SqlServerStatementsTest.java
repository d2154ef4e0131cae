package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AddColumn;
import dev.retort.processor.operation.Operation.AddConstraint;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.Operation.CommentOnTable;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.operation.Operation.DropColumn;
import dev.retort.processor.operation.Operation.DropConstraint;
import dev.retort.processor.operation.Operation.RenameColumn;
import dev.retort.processor.operation.PartOperation.RenameConstraint;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import dev.retort.processor.schema.ForeignKey.Action;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What SQL Server demands beyond the samples of each operation. */
class SqlServerStatementsTest {
    private static final QualifiedName T = QualifiedName.of("t");
    private static final Column ID = Samples.column("id", Samples.BIGINT, false);
    private static final Column CODE = Samples.column("code", DataType.of(Kind.VARCHAR, 20), true);

    private static final Table KEYED =
            table(T, ID, CODE).with(Samples.uniqueKey("uq", "code")).with(Samples.index("ix", false, "code"));

    @Test
    void aDefaultGoesByWhateverNameItHas() {
        Column tricky = CODE.renamed(Name.of("`it's`")).withDefault(Samples.text("é"));
        QualifiedName order = QualifiedName.of("sales.order");
        assertThat(sql(new DropColumn(order, tricky.name()), table(order, ID, tricky)))
                .containsExactly(
                        "declare @retort nvarchar(max) = (select N'alter table sales.[order] drop constraint ' +"
                                + " quotename(name) from sys.default_constraints where parent_object_id ="
                                + " object_id(N'sales.[order]') and parent_column_id ="
                                + " columnproperty(object_id(N'sales.[order]'), N'it''s', 'ColumnId'))\nexec (@retort)",
                        "alter table sales.[order] drop column [it's]");
        assertThat(sql(new DropColumn(T, CODE.name()), table(T, ID, CODE)))
                .containsExactly("alter table t drop column code");
    }

    @Test
    void rowsThatAreThereGetTheDefault() {
        assertThat(sql(new AddColumn(T, CODE.withDefault(Samples.text("é"))), table(T, ID)))
                .containsExactly(
                        "alter table t add code varchar(20) null constraint df_t_code default N'é' with values");
        assertThat(sql(new AddColumn(T, CODE.withNullable(false).withDefault(Samples.text("e"))), table(T, ID)))
                .containsExactly("alter table t add code varchar(20) not null constraint df_t_code default 'e'");
    }

    @Test
    void anIndexStaysWhileATextGrows() {
        Table indexed = table(T, ID, CODE).with(Samples.index("ix", false, "code"));
        assertThat(sql(type(DataType.of(Kind.VARCHAR, 30)), indexed))
                .containsExactly("alter table t alter column code varchar(30) null");
        assertThat(sql(type(DataType.of(Kind.VARCHAR, 10)), indexed))
                .containsExactly(
                        "drop index ix on t",
                        "alter table t alter column code varchar(10) null",
                        "create index ix on t (code)");
    }

    @Test
    void aUniqueKeyOnANullableColumnIsAnIndex() {
        assertThat(sql(new CreateTable(KEYED.withIndexes(List.of())), Schema.empty()))
                .containsExactly(
                        "create table t (\n    id bigint not null,\n    code varchar(20) null\n)",
                        "create unique index uq on t (code) where code is not null");
        assertThat(sql(new DropConstraint(T, Name.of("uq")), KEYED)).containsExactly("drop index uq on t");
        assertThat(sql(new RenameConstraint(T, Name.of("uq"), Name.of("ux")), KEYED))
                .containsExactly("exec sp_rename N't.uq', N'ux', N'INDEX'");
        assertThat(sql(
                        new AlterColumn(T, Name.of("code"), Optional.empty(), Optional.of(false), Optional.empty()),
                        KEYED))
                .containsExactly(
                        "drop index uq on t",
                        "drop index ix on t",
                        "alter table t alter column code varchar(20) not null",
                        "create index ix on t (code)",
                        "alter table t add constraint uq unique (code)");
    }

    @Test
    void aFilterStepsAsideForTheNameOfItsColumn() {
        assertThat(sql(new RenameColumn(T, Name.of("code"), Name.of("word")), KEYED))
                .containsExactly(
                        "drop index uq on t",
                        "exec sp_rename N't.code', N'word', N'COLUMN'",
                        "create unique index uq on t (word) where word is not null");
    }

    @Test
    void noForeignKeyRefersToAnIndexOfSomeRows() {
        Table other = table(QualifiedName.of("u"), CODE);
        Operation add =
                new AddConstraint(other.name(), Samples.foreignKey("fk", "code", "t", "code", Action.NO_ACTION));
        String message = "sqlserver cannot refer by foreign key fk to column code of table t: it is nullable, and a"
                + " unique key of it is an index of the rows in which it is not null";
        assertRefused(add, Schema.of(List.of(KEYED, other), List.of()), message);
        assertRefused(
                new CreateTable(other.with(Samples.foreignKey("fk", "code", "t", "code", Action.NO_ACTION))),
                Schema.of(List.of(KEYED), List.of()),
                message);
        Table apart = table(T, ID, CODE.withNullable(false)).with(Samples.uniqueKey("uq", "code"));
        assertThat(sql(add, Schema.of(List.of(apart, other), List.of())))
                .containsExactly("alter table u add constraint fk foreign key (code) references t (code)");
    }

    @Test
    void aColumnThatOthersAreComputedFromStays() {
        Table computed = table(T, ID, CODE, CODE.renamed(Name.of("twice")).withGeneratedAs(Optional.of("code + code")));
        assertRefused(
                new RenameColumn(T, Name.of("code"), Name.of("word")),
                Schema.of(List.of(computed), List.of()),
                "sqlserver cannot rename column code of table t: column twice is computed from it");
        assertRefused(
                type(DataType.of(Kind.VARCHAR, 30)),
                Schema.of(List.of(computed), List.of()),
                "sqlserver cannot change the type of column code of table t: column twice is computed from it");
    }

    @Test
    void commentsAreChangedAndTakenBackWhereTheyAre() {
        Table commented = table(QualifiedName.of("crm.t"), ID).withComment(Optional.of("old"));
        assertThat(sql(new CommentOnTable(commented.name(), Optional.of("new")), commented))
                .containsExactly("exec sys.sp_updateextendedproperty N'MS_Description', N'new', N'SCHEMA', N'crm',"
                        + " N'TABLE', N't'");
        assertThat(sql(AlterColumn.comment(T, ID.name(), Optional.of("key")), table(T, ID)))
                .containsExactly("declare @retort sysname = schema_name()\nexec sys.sp_addextendedproperty"
                        + " N'MS_Description', N'key', N'SCHEMA', @retort, N'TABLE', N't', N'COLUMN', N'id'");
    }

    private static AlterColumn type(DataType type) {
        return new AlterColumn(T, Name.of("code"), Optional.of(type), Optional.empty(), Optional.empty());
    }

    private static List<String> sql(Operation operation, Table table) {
        return sql(operation, Schema.of(List.of(table), List.of()));
    }

    private static List<String> sql(Operation operation, Schema before) {
        return SqlRendering.of(DatabaseDialect.parse("sqlserver")).render(operation, before).stream()
                .map(step -> ((SqlStep.Statement) step).sql())
                .toList();
    }

    private static void assertRefused(Operation operation, Schema before, String message) {
        assertThatThrownBy(() -> sql(operation, before))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessage(message);
    }

    private static Table table(QualifiedName name, Column... columns) {
        return new Table(name, List.of(columns), Optional.empty(), List.of(), List.of(), List.of(), List.of());
    }
}
