package dev.retort.processor.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.EnumType;
import dev.retort.processor.schema.Exclusion;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.Trigger;
import dev.retort.processor.schema.UniqueKey;
import dev.retort.processor.schema.View;
import dev.retort.processor.schema.WrittenSql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Databases hold these digests: one that changes makes every applied revision look edited. */
class ChecksumTest {
    private static final QualifiedName USERS = QualifiedName.of("app.users");
    private static final Name ID = Name.of("id");
    private static final Name NICK = Name.of("`Nick`");
    private static final Column COLUMN = new Column(
            NICK, DataType.of(DataType.Kind.VARCHAR, 40), false, Optional.of(new DefaultValue.Text("none")), false);
    private static final Table TABLE = new Table(
            USERS,
            List.of(Column.of(ID, DataType.of(DataType.Kind.BIGINT), false), COLUMN),
            Optional.of(new PrimaryKey(Optional.of(Name.of("pk_users")), List.of(ID))),
            List.of(new ForeignKey(
                    Optional.of(Name.of("fk_users_id")),
                    List.of(ID),
                    QualifiedName.of("people"),
                    List.of(ID),
                    ForeignKey.Action.CASCADE,
                    ForeignKey.Action.NO_ACTION,
                    false)),
            List.of(new UniqueKey(Optional.of(Name.of("uq_users_Nick")), List.of(NICK), false)),
            List.of(new Check(Optional.of(Name.of("ck_users_1")), "id > 0", false)),
            List.of());

    @Test
    void ofWhatTheFirstReleasesKnewIsAsItWas() {
        assertThat(Checksum.of(List.of()))
                .isEqualTo("ab4f893661f46998ae1dc10914003f2c17e117a1418c2c3c5027f6c6907c2ef8");
        assertThat(Checksum.of(List.of(
                        new Operation.CreateTable(TABLE),
                        new Operation.CreateIndex(
                                USERS, Index.on(Optional.of(Name.of("ix")), List.of(NICK, ID), true, false)),
                        new Operation.AlterColumn(
                                USERS,
                                NICK,
                                Optional.of(DataType.of(DataType.Kind.VARCHAR, 80)),
                                Optional.of(true),
                                Optional.of(new Operation.DefaultChange(Optional.empty()))),
                        new Operation.CreateSequence(new Sequence(QualifiedName.of("users_seq"), 1, 50)))))
                .isEqualTo("bd28a4cf244c8c7644d310e20ae514d6a0c33e3e1fe8c2087d37e38dff77468f");
    }

    @Test
    void ofViewsTriggersSchemasAndTypesStaysAsItIs() {
        assertThat(Checksum.of(List.of(
                        new SchemaOperation.CreateSchema(Name.of("`App`")),
                        new EnumOperation.CreateEnum(new EnumType(QualifiedName.of("mood"), List.of("BAD", "GOOD"))),
                        new EnumOperation.AddEnumValue(
                                QualifiedName.of("mood"),
                                "FINE",
                                Optional.of(new EnumOperation.Neighbour("GOOD", false))),
                        new EnumOperation.RenameEnumValue(QualifiedName.of("mood"), "BAD", "AWFUL"),
                        new EnumOperation.DropEnum(QualifiedName.of("mood")),
                        new ViewOperation.CreateView(new View(QualifiedName.of("v"), WrittenSql.of("select 1"))),
                        new ViewOperation.ReplaceView(new View(
                                QualifiedName.of("v"), WrittenSql.of(Map.of("h2", "select 2", "sqlite", "select 3")))),
                        new ViewOperation.DropView(QualifiedName.of("v")),
                        new TriggerOperation.CreateTrigger(
                                new Trigger(Name.of("t"), USERS, WrittenSql.of("create trigger t …"))),
                        new TriggerOperation.DropTrigger(USERS, Name.of("t")),
                        new SchemaOperation.DropSchema(Name.of("`App`")),
                        new StateOnly(new Operation.DropTable(USERS)),
                        new SqlOnly(WrittenSql.of("drop table users"), List.of(new Operation.DropTable(USERS))))))
                .isEqualTo("8006dae1f056fe9a3227f5b006475120489c3374b5318d43753bf64813ff326b");
    }

    @Test
    void whatCameLaterCounts() {
        String plain = Checksum.of(List.of(new Operation.AddColumn(USERS, COLUMN)));
        assertThat(List.of(
                        Checksum.of(List.of(new Operation.AddColumn(USERS, COLUMN.withComment(Optional.of("x"))))),
                        Checksum.of(List.of(new Operation.AddColumn(USERS, COLUMN.withCollation(Optional.of("x"))))),
                        Checksum.of(List.of(new Operation.AddColumn(USERS, COLUMN.withGeneratedAs(Optional.of("x"))))),
                        Checksum.of(List.of(
                                new Operation.OnDialect(List.of("h2"), new Operation.AddColumn(USERS, COLUMN)))),
                        Checksum.of(List.of(
                                new Operation.OnDialect(List.of("sqlite"), new Operation.AddColumn(USERS, COLUMN)))),
                        plain))
                .doesNotHaveDuplicates();
        assertThat(Checksum.of(List.of(new Operation.CreateIndex(USERS, index("nick")))))
                .isNotEqualTo(Checksum.of(List.of(new Operation.CreateIndex(USERS, index("nick desc")))))
                .isNotEqualTo(Checksum.of(List.of(new Operation.CreateIndex(USERS, index("lower(nick)")))));
    }

    @Test
    void ofWhatCameWithRowsAndAlterationsStaysAsItIs() {
        Name ix = Name.of("ix");
        assertThat(Checksum.of(List.of(
                        new Operation.CreateIndex(
                                USERS,
                                new Index(
                                        Optional.of(ix),
                                        List.of(IndexPart.of("nick")),
                                        true,
                                        false,
                                        List.of(ID),
                                        Optional.of("id > 0")),
                                true),
                        new Operation.DropIndex(USERS, ix, true),
                        new PartOperation.RenameIndex(USERS, ix, NICK),
                        new PartOperation.RenameConstraint(USERS, Name.of("ck_users_1"), NICK),
                        new Operation.AlterColumn(
                                USERS,
                                ID,
                                Optional.of(DataType.of(DataType.Kind.INTEGER)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("id * 2"),
                                Optional.of(true),
                                Optional.of(new Operation.TextChange(Optional.empty()))),
                        new Operation.AddConstraint(
                                USERS,
                                new Exclusion(
                                        Optional.of(Name.of("ex")),
                                        "gist",
                                        List.of(new Exclusion.Element(IndexPart.of("id"), "=")),
                                        Optional.of("id > 1"))),
                        new Operation.CreateSequence(new Sequence(
                                QualifiedName.of("s"), 1, 5, Optional.of(1L), Optional.of(9L), true, Optional.of(3L))),
                        new SequenceOperation.AlterSequence(
                                QualifiedName.of("s"),
                                Optional.of(2),
                                Optional.of(4L),
                                Optional.of(new SequenceOperation.NumberChange(Optional.empty())),
                                Optional.of(new SequenceOperation.NumberChange(Optional.of(8L))),
                                Optional.of(false),
                                Optional.empty()),
                        new SequenceOperation.RenameSequence(QualifiedName.of("s"), Name.of("r")),
                        new RowOperation.BulkInsert(
                                USERS,
                                List.of(ID, NICK),
                                List.of(List.of(
                                        Optional.of(new DefaultValue.Whole(1)),
                                        Optional.of(new DefaultValue.Text("ann"))))),
                        new RowOperation.BulkDelete(
                                USERS, List.of(ID), List.of(List.of(Optional.of(new DefaultValue.Whole(1))))))))
                .isEqualTo("f116a3d7c5e11f426507e6af3677f06c6aece424de5205a70c1691f05592a1e8");
    }

    private static Index index(String part) {
        return new Index(Optional.of(Name.of("ix")), List.of(IndexPart.of(part)), false, false);
    }
}
