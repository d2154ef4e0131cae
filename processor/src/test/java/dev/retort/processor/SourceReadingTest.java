package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a migration may be written with. Each test holds the SQL that comes of it. */
class SourceReadingTest {

    /** The statements of {@code upgrade}, of a migration {@code M} whose class body is given. */
    private static String upgrade(String imports, String body, String... others) {
        String source = """
                package app;
                %s
                import static dev.retort.op.SqlTypes.*;
                import dev.retort.*;
                import dev.retort.op.*;
                @Migration(revision = "m1")
                final class M implements SchemaMigration {
                %s
                }
                """.formatted(imports, body.strip());
        Compilation compilation = Javac.compile(
                Stream.concat(Stream.of(source), Arrays.stream(others)).toArray(String[]::new));
        assertThat(compilation.errors()).as(Javac.messages(compilation)).isEmpty();
        String plan = Javac.generated(compilation, "app.M_Plan");
        String steps = plan.substring(plan.indexOf("upgradeSqlite() {"), plan.indexOf("downgrade(String"));
        return steps.lines()
                .filter(line -> line.contains("\"") || line.contains("::"))
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void literalsTextBlocksAndConcatenation() {
        assertThat(upgrade("", """
                public void upgrade(Operations op) {
                    op.execute("a" + 'b' + 1 + 2L + -3 + (4 - 5) + true + 1.5);
                    op.execute(\"\"\"
                        update t
                          set x = "1"\\
                        \"\"\");
                }
                """)).isEqualTo("""
                Step.sql("ab12-3-1true1.5"),
                Step.sql("update t\\n"
                + "  set x = \\"1\\""));""");
    }

    @Test
    void constantsOfThisAndOtherClassesFromSourceAndCompiled() {
        assertThat(upgrade(
                        "import static app.Names.*;\nimport static app.Names.Inner.DEEP;\nimport static java.io.File.separatorChar;",
                        """
                private static final String OWN = "own_" + PREFIX;
                private static final int SCALE = 2;
                private static final SqlType MONEY = numeric(19, SCALE);
                public void upgrade(Operations op) {
                    final String local = OWN;
                    var type = MONEY;
                    op.createTable(local, table -> {
                        table.column(Names.COLUMN, type).notNull();
                        table.column(app.Names.Inner.DEEP, varchar(Integer.MAX_VALUE - Integer.MAX_VALUE + 7));
                        table.column(DEEP + 2, varchar(Byte.SIZE));
                        table.column(INHERITED, bigint());
                    });
                }
                """,
                        """
                package app;
                class Names implements More {
                    static final String PREFIX = "p";
                    static final String COLUMN = PREFIX + "_col";
                    static class Inner { static final String DEEP = "deep"; }
                }
                """,
                        """
                package app;
                interface More { String INHERITED = "inherited"; }
                """))
                .isEqualTo("""
                Step.sql("create table own_p (\\n"
                + "    p_col numeric(19,2) not null,\\n"
                + "    deep varchar(7),\\n"
                + "    deep2 varchar(8),\\n"
                + "    inherited bigint\\n"
                + ")"));""");
    }

    @Test
    void lambdasBlocksAndLoopsOverLists() {
        assertThat(upgrade("import java.util.List;\nimport java.util.Arrays;", """
                static final List<String> NAMES = List.of("c", "d");
                public void upgrade(Operations op) {
                    op.createTable("one", table -> table.column("id", bigint()));
                    for (String name : List.of("a", "b")) {
                        op.createTable(name, (TableBuilder t) -> {
                            for (var column : new String[] {"x", "y"}) {
                                t.column(column, integer());
                            }
                        });
                    }
                    for (String name : NAMES) op.execute("select " + name);
                    String[] more = {"e"};
                    for (String name : more) op.execute("select " + name);
                    for (int number : Arrays.asList(1, 2)) { op.execute("select " + number); }
                    op.createIndex("ix", "one", new String[] {"id"});
                }
                """))
                .isEqualTo("""
                Step.sql("create table one (\\n"
                + "    id bigint\\n"
                + ")"),
                Step.sql("create table a (\\n"
                + "    x integer,\\n"
                + "    y integer\\n"
                + ")"),
                Step.sql("create table b (\\n"
                + "    x integer,\\n"
                + "    y integer\\n"
                + ")"),
                Step.sql("select c"),
                Step.sql("select d"),
                Step.sql("select e"),
                Step.sql("select 1"),
                Step.sql("select 2"),
                Step.sql("create index ix on one (id)"));""");
    }

    @Test
    void javaStepsAreCalledByTheirNames() {
        assertThat(upgrade("", """
                public void upgrade(Operations op) {
                    op.run(M::own);
                    op.run(Backfill.Themes::fill);
                    op.run(app.Backfill.Themes::fill);
                }
                static void own(java.sql.Connection connection) {}
                """, """
                package app;
                class Backfill {
                    static class Themes { static void fill(java.sql.Connection c) throws java.sql.SQLException {} }
                }
                """)).isEqualTo("""
                Step.java("M::own", M::own),
                Step.java("Backfill.Themes::fill", Backfill.Themes::fill),
                Step.java("Backfill.Themes::fill", Backfill.Themes::fill));""");
    }

    @Test
    void oneTextForEachDialect() {
        assertThat(upgrade("import static dev.retort.op.DialectSql.on;", """
                public void upgrade(Operations op) {
                    op.execute(on("sqlite", "select 1"), DialectSql.on("h2", "select 2"));
                }
                """)).isEqualTo("Step.sql(\"select 1\"));");
    }

    @Test
    void aBodyMayBeInheritedFromASource() {
        String plan = Javac.generated(Javac.compile("""
                        package app;
                        import dev.retort.*;
                        @Migration(revision = "m1") final class Heir extends Base {}
                        """, """
                        package app;
                        import dev.retort.*;
                        import dev.retort.op.*;
                        abstract class Base implements SchemaMigration {
                            public void upgrade(Operations op) { op.execute("select 1"); }
                            public void downgrade(Operations op) {}
                        }
                        """), "app.Heir_Plan");

        assertThat(plan).contains("Step.sql(\"select 1\")");
    }

    @Test
    void anEnumConstantOfTheVocabularyAndAQualifiedCall() {
        assertThat(upgrade("", """
                public void upgrade(Operations op) {
                    op.createTable("p", t -> { t.column("id", dev.retort.op.SqlTypes.bigint()); t.primaryKey("id"); });
                    op.createTable("c", t -> {
                        t.column("p", SqlTypes.bigint());
                        t.foreignKey("p").references("p", "id").onDelete(ReferentialAction.CASCADE)
                            .onUpdate(dev.retort.op.ReferentialAction.SET_NULL);
                    });
                }
                """)).contains("on delete cascade on update set null");
    }

    @Test
    void rowsOneByOneAndInLoops() {
        assertThat(upgrade("import java.util.List;", """
                private static final String NAME = "ann";
                public void upgrade(Operations op) {
                    op.createTable("users", table -> {
                        table.column("id", bigint()).notNull();
                        table.column("name", varchar(20));
                        table.column("share", doublePrecision());
                        table.column("active", bool());
                        table.primaryKey("id");
                    });
                    op.bulkInsert("users", rows -> rows
                        .columns("id", "name", "share", "active")
                        .row(1, NAME, 1.5, true)
                        .row(2, null, -2, false));
                    op.bulkInsert("users", rows -> {
                        rows.columns("name", "id");
                        for (Object[] row : new Object[][] {{"x", 3}, {null, 4L}}) {
                            rows.row(row);
                        }
                    });
                    for (String name : List.of("a", "b")) {
                        op.bulkInsert("users", rows -> rows.columns("id", "name").row(5, name + 1));
                    }
                }
                """)).endsWith("""
                        Step.sql("insert into users (id, name, share, active) values\\n"
                        + "    (1, 'ann', 1.5, 1),\\n"
                        + "    (2, null, -2, 0)"),
                        Step.sql("insert into users (name, id) values\\n"
                        + "    ('x', 3),\\n"
                        + "    (null, 4)"),
                        Step.sql("insert into users (id, name) values\\n"
                        + "    (5, 'a1')"),
                        Step.sql("insert into users (id, name) values\\n"
                        + "    (5, 'b1')"));""");
    }

    @Test
    void rowsGoAgainByTheirKeyAndWithTheirTable() {
        String first = """
                package app;
                import static dev.retort.op.SqlTypes.*;
                import dev.retort.*;
                import dev.retort.op.*;
                @Migration(revision = "m1")
                final class First implements SchemaMigration {
                    public void upgrade(Operations op) {
                        op.createTable("users", table -> {
                            table.column("id", bigint()).notNull();
                            table.column("name", varchar(20));
                            table.primaryKey("id");
                        });
                        op.bulkInsert("users", rows -> rows.columns("id").row(1));
                        op.createTable("words", table -> table.column("word", varchar(20)));
                        op.bulkInsert("words", rows -> rows.columns("word").row("one"));
                    }
                }
                """;
        String second = """
                package app;
                import dev.retort.*;
                import dev.retort.op.*;
                @Migration(revision = "m2", revises = "m1")
                final class Second implements SchemaMigration {
                    public void upgrade(Operations op) {
                        op.bulkInsert("users", rows -> rows.columns("name", "id").row("x", 7).row(null, 8));
                    }
                }
                """;
        Compilation compilation = Javac.compile(first, second);
        assertThat(Javac.messages(compilation)).doesNotContain("IrreversibleRevision");
        assertThat(Javac.generated(compilation, "app.First_Plan")).doesNotContain("delete from");
        assertThat(Javac.generated(compilation, "app.Second_Plan")).contains("delete from users where id in (7, 8)");
        assertThat(Javac.messages(Javac.compile(
                        first,
                        second.replace(
                                "\"users\", rows -> rows.columns(\"name\", \"id\").row(\"x\", 7).row(null, 8)",
                                "\"words\", rows -> rows.columns(\"word\").row(\"two\")"))))
                .contains("[IrreversibleRevision] revision m2 (Second) cannot be downgraded: nothing reverses"
                        + " bulkInsert(\"words\")");
    }
}
