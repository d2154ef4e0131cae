package dev.retort.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** However a schema came about, the catalogue is that of the same schema created at once, and the rows are there. */
class RandomOperationsTest {
    private static final DatabaseDialect SQLITE = DatabaseDialect.parse("sqlite");
    private static final DatabaseDialect H2 = DatabaseDialect.parse("h2");

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void sqlite(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int revisionSize) throws Exception {
        check(SQLITE, seed, revisionSize);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void h2(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int revisionSize) throws Exception {
        check(H2, seed, revisionSize);
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void postgresql(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int revisionSize) throws Exception {
        check(LiveDatabase.dialectOf(Family.POSTGRESQL), seed, revisionSize);
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void mariadb(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int revisionSize) throws Exception {
        check(LiveDatabase.dialectOf(Family.MARIADB), seed, revisionSize);
    }

    /** InnoDB knows no {@code set default}. */
    private static List<ForeignKey.Action> actions(DatabaseDialect dialect) {
        return Stream.of(ForeignKey.Action.values())
                .filter(action -> dialect.family() != Family.MARIADB || action != ForeignKey.Action.SET_DEFAULT)
                .toList();
    }

    private static void check(DatabaseDialect dialect, long seed, int revisionSize) throws Exception {
        List<Operation> operations = new RandomOperations(seed, actions(dialect)).sequence(30);
        try (LiveDatabase database = new LiveDatabase(dialect)) {
            Schema schema = Schema.empty();
            for (int i = 0; i < operations.size(); i += revisionSize) {
                List<Operation> revision = operations.subList(i, Math.min(i + revisionSize, operations.size()));
                schema = database.apply(schema, revision);
                for (Table table : schema.tables()) {
                    String name = dialect.quote(table.name());
                    if (database.rows("select id from " + name).isEmpty()) {
                        database.execute("insert into " + name + " (id) values (1)");
                    }
                }
            }
            assertThat(database.catalogue()).as("%s", operations).isEqualTo(LiveDatabase.fresh(dialect, schema));
            for (Table table : schema.tables()) {
                assertThat(database.rows("select id from " + dialect.quote(table.name())))
                        .containsExactly("1");
            }
        }
    }
}
