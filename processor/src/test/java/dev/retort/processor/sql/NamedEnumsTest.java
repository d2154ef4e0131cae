package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.operation.EnumOperation.AddEnumValue;
import dev.retort.processor.operation.EnumOperation.CreateEnum;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.Operation.CreateIndex;
import dev.retort.processor.operation.Operation.CreateTable;
import dev.retort.processor.operation.Operation.DefaultChange;
import dev.retort.processor.operation.Operation.Execute;
import dev.retort.processor.operation.Operation.Run;
import dev.retort.processor.operation.ViewOperation.CreateView;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.EnumType;
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

/** Values of a PostgreSQL type: when they can be used, and how they go again. */
class NamedEnumsTest {
    private static final DatabaseDialect POSTGRESQL = LiveDatabase.dialectOf(Family.POSTGRESQL);
    private static final QualifiedName USERS = QualifiedName.of("users");
    private static final AddEnumValue GREAT = new AddEnumValue(QualifiedName.of("mood"), "GREAT", Optional.empty());
    private static final Execute USE = new Execute("update users set mood = 'GREAT'");

    private LiveDatabase database;
    private Schema schema;

    @BeforeEach
    void create() throws SQLException {
        database = new LiveDatabase(POSTGRESQL);
        schema = database.apply(
                Schema.empty(),
                List.of(
                        new CreateEnum(new EnumType(QualifiedName.of("mood"), List.of("BAD", "GOOD"))),
                        new CreateTable(new Table(
                                USERS,
                                List.of(
                                        Samples.column("id", Samples.BIGINT, false),
                                        Samples.column("mood", DataType.nativeType("mood"), true)
                                                .withDefault(Samples.text("GOOD"))),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of())),
                        new CreateIndex(USERS, Samples.index("ix_users_mood", false, "mood")),
                        new CreateView(ObjectSamples.view("good", "select mood from users where mood > 'BAD'"))));
        database.execute("insert into users (id) values (1)");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void aValueThatTheRevisionUsesIsAddedOutsideItsTransaction() throws Exception {
        assertThat(steps(GREAT, USE))
                .containsExactly(
                        new SqlStep.Alone(
                                "alter type mood add value if not exists 'GREAT'", List.of(), Optional.empty()),
                        new SqlStep.Statement("update users set mood = 'GREAT'"));
        database.apply(schema, List.of(GREAT, USE));
        assertThat(database.rows("select mood from users")).containsExactly("GREAT");
    }

    /** The twin: PostgreSQL refuses what the step of its own kind is for. */
    @Test
    void withinATransactionItCannotBeUsed() {
        SqlRendering rendering = SqlRendering.of(POSTGRESQL);
        assertThatThrownBy(() -> database.run(List.of(
                        rendering.render(GREAT, schema).get(0),
                        rendering.render(USE, schema).get(0))))
                .hasMessageContaining("unsafe use of new value");
    }

    @Test
    void aDefaultUsesIt() throws Exception {
        AlterColumn change = new AlterColumn(
                USERS,
                Name.of("mood"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new DefaultChange(Samples.text("GREAT"))));
        assertThat(steps(GREAT, change).get(0)).isInstanceOf(SqlStep.Alone.class);
        Schema after = database.apply(schema, List.of(GREAT, change));
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(POSTGRESQL, after));
    }

    @Test
    void whatJavaDoesIsNotKnown() {
        assertThat(steps(GREAT, new Run("com.acme.Backfill", "moods")).get(0)).isInstanceOf(SqlStep.Alone.class);
    }

    @Test
    void aValueThatNothingUsesStaysInTheTransaction() {
        assertThat(steps(USE, GREAT, new Execute("update users set mood = 'BAD'")))
                .allMatch(SqlStep.Statement.class::isInstance);
    }

    @Test
    void theReverseKeepsRowsDefaultsIndexesAndViews() throws Exception {
        Schema after = database.apply(schema, List.of(GREAT));
        database.apply(after, GREAT.reverse(schema).orElseThrow());
        assertThat(database.catalogue()).isEqualTo(LiveDatabase.fresh(POSTGRESQL, schema));
        assertThat(database.rows("select mood from users")).containsExactly("GOOD");
    }

    @Test
    void theReverseFailsWhileRowsHaveTheValue() throws Exception {
        Schema after = database.apply(schema, List.of(GREAT));
        database.execute("update users set mood = 'GREAT'");
        assertThatThrownBy(() -> database.apply(after, GREAT.reverse(schema).orElseThrow()))
                .hasMessageContaining("invalid input value for enum mood: \"GREAT\"");
        assertThat(database.rows("select mood from users")).containsExactly("GREAT");
    }

    private List<SqlStep> steps(Operation... operations) {
        List<Schema> schemas = SchemaFold.schemas(schema, List.of(operations));
        return SqlRendering.of(POSTGRESQL).revision(List.of(operations), schemas.subList(0, operations.length));
    }
}
