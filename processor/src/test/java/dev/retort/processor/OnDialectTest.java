package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

/** Operations for some dialects only: each dialect has a schema of its own from there on. */
class OnDialectTest {
    private static final String ENVIRONMENT = """
            @dev.retort.MigrationEnvironment(dialects = {"sqlite", "h2"})
            package app;
            """;

    private static String migration(String body) {
        return """
                package app;
                import static dev.retort.op.SqlTypes.*;
                import dev.retort.*;
                import dev.retort.op.*;
                @Migration(revision = "m1")
                final class M implements SchemaMigration {
                    @Override public void upgrade(Operations op) {
                        op.createTable("t", t -> { t.column("id", bigint()); t.primaryKey("id"); });
                %s
                    }
                }
                """.formatted(body.indent(8));
    }

    private static String plan(String body) {
        Compilation compilation = Javac.compile(ENVIRONMENT, migration(body));
        assertThat(compilation.errors()).as(Javac.messages(compilation)).isEmpty();
        return Javac.generated(compilation, "app.M_Plan");
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin);
        assertThat(from).as(begin).isNotNegative();
        int to = text.indexOf(end, from);
        return text.substring(from, to < 0 ? text.length() : to);
    }

    @Test
    void eachDialectGetsItsOwnAndTheDowngradeIsDerived() {
        String plan = plan("""
                op.onDialect("h2", on -> {
                    on.addColumn("t", "more", integer());
                    on.createIndex("ix", "t", "more desc");
                });
                op.addColumn("t", "both", integer());
                """);

        assertThat(between(plan, "upgradeSqlite() {", "}"))
                .contains("add column both integer")
                .doesNotContain("more");
        assertThat(between(plan, "upgradeH2() {", "}"))
                .contains("add column more integer", "create index ix on t (more desc)", "add column both integer");
        assertThat(between(plan, "downgradeSqlite() {", "}")).doesNotContain("more", "drop index");
        assertThat(between(plan, "downgradeH2() {", "}")).contains("drop index ix", "drop column more");
    }

    @Test
    void driftIsOfTheDialectThatLacksTheColumn() {
        Compilation compilation = Javac.compile(
                ENVIRONMENT, migration("op.onDialect(\"h2\", on -> on.addColumn(\"t\", \"more\", integer()));"), """
                package app;
                @jakarta.persistence.Entity class T { @jakarta.persistence.Id long id; Integer more; }
                """);

        assertThat(Javac.messages(compilation))
                .contains("[ColumnDrift] table t has no column more", "dialect sqlite\n");
        assertThat(compilation.errors()).hasSize(1);
    }

    @Test
    void anExecuteInsideNeedsNoTextForTheOthers() {
        assertThat(between(plan("op.onDialect(\"h2\", on -> on.execute(\"select 2\"));"), "upgradeSqlite() {", "}"))
                .doesNotContain("select 2");
    }

    @Test
    void aWordThatIsNoDialectIsSaidOnce() {
        Compilation compilation =
                Javac.compile(ENVIRONMENT, migration("op.onDialect(\"h3\", on -> on.execute(\"select 2\"));"));

        assertThat(compilation.errors()).hasSize(1);
        assertThat(Javac.messages(compilation))
                .contains(
                        "M.java:9: error: [InvalidOperation] onDialect names \"h3\", which is no dialect: sqlite, h2, postgresql, mariadb, mysql, sqlserver, oracle\n"
                                + "    help: did you mean h2?");
    }

    @Test
    void whatOnlyOneOfTheTwoWithoutServersDoes() {
        Compilation compilation = Javac.compile("""
                @dev.retort.MigrationEnvironment(dialects = {"sqlserver", "oracle"})
                package app;
                """, migration("""
                op.onDialect("sqlserver", on -> on.createIndex("ix", "t", "id").where("id > 7"));
                op.execute(DialectSql.on("sqlserver", "select 2"), DialectSql.on("oracle", "begin null; null; end;"));
                """));

        assertThat(compilation.errors()).as(Javac.messages(compilation)).isEmpty();
        String plan = Javac.generated(compilation, "app.M_Plan");
        assertThat(between(plan, "upgradeSqlserver() {", "}"))
                .contains("create index ix on t (id) where id > 7", "select 2");
        assertThat(between(plan, "upgradeOracle() {", "}"))
                .contains("begin null; null; end;")
                .doesNotContain("create index");
    }

    @Test
    void twoStatementsAreNoBlock() {
        assertThat(Javac.messages(Javac.compile(
                        ENVIRONMENT, migration("op.execute(\"begin transaction; delete from t; end\");"))))
                .contains("execute has several statements");
    }

    @Test
    void oneInsideAnotherIsRefused() {
        Compilation compilation = Javac.compile(
                ENVIRONMENT,
                migration("op.onDialect(\"h2\", on -> on.onDialect(\"sqlite\", it -> it.execute(\"select 2\")));"));

        assertThat(Javac.messages(compilation)).contains("onDialect stands inside onDialect");
    }

    @Test
    void whatIsWrongInAllDialectsIsSaidOnce() {
        Compilation compilation = Javac.compile(ENVIRONMENT, migration("""
                op.onDialect("h2", on -> on.addColumn("t", "more", integer()));
                op.dropColumn("t", "gone");
                """));

        assertThat(compilation.errors()).hasSize(1);
        assertThat(Javac.messages(compilation))
                .contains("[InvalidOperation] dropColumn(\"t\", \"gone\")")
                .doesNotContain("in dialect");
    }

    @Test
    void whatIsWrongInOneDialectNamesIt() {
        Compilation compilation = Javac.compile(ENVIRONMENT, migration("""
                op.onDialect("h2", on -> on.addColumn("t", "more", integer()));
                op.dropColumn("t", "more");
                """));

        assertThat(compilation.errors()).hasSize(1);
        assertThat(Javac.messages(compilation))
                .contains("[InvalidOperation] dropColumn(\"t\", \"more\")", "in dialect sqlite\n");
    }
}
