package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

/** What only tells the schema, and SQL that says what it changes. */
class StateOnlyTest {
    private static final String ENVIRONMENT = """
            @dev.retort.MigrationEnvironment(dialects = {"sqlite", "h2"})
            package app;
            """;

    private static final String ENTITY = """
            package app;
            @jakarta.persistence.Entity class T { @jakarta.persistence.Id long id; Integer more; }
            """;

    private static String migration(String body) {
        return """
                package app;
                import static dev.retort.op.DialectSql.on;
                import static dev.retort.op.SqlTypes.*;
                import dev.retort.*;
                import dev.retort.op.*;
                @Migration(revision = "m1")
                final class M implements SchemaMigration {
                    @Override public void upgrade(Operations op) {
                        op.createTable("t", t -> { t.column("id", bigint()); t.primaryKey("id"); });
                %s
                    }
                    static void java(java.sql.Connection connection) {}
                }
                """.formatted(body.indent(8));
    }

    private static String plan(String body) {
        Compilation compilation = Javac.compile(ENVIRONMENT, migration(body), ENTITY);
        assertThat(compilation.errors()).as(Javac.messages(compilation)).isEmpty();
        return Javac.generated(compilation, "app.M_Plan");
    }

    private static String messages(String body) {
        return Javac.messages(Javac.compile(ENVIRONMENT, migration(body)));
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin);
        assertThat(from).as(begin).isNotNegative();
        int to = text.indexOf(end, from);
        return text.substring(from, to < 0 ? text.length() : to);
    }

    @Test
    void theSchemaChangesWithoutSqlAndSoDoesTheDerivedDowngrade() {
        String plan = plan("op.stateOnly(state -> state.addColumn(\"t\", \"more\", integer()));");
        assertThat(plan)
                .contains("create table t", "drop table t")
                .doesNotContain("add column more", "drop column more");
    }

    /** The twin: without it, the column is missing. */
    @Test
    void withoutItThereIsDrift() {
        assertThat(Javac.messages(Javac.compile(ENVIRONMENT, migration(""), ENTITY)))
                .contains("[ColumnDrift] table t has no column more");
    }

    @Test
    void tablesOfAStateOnlyMayBeAlteredAfterwards() {
        String plan = plan("""
                op.stateOnly(state -> {
                    state.createTable("other", o -> { o.column("id", bigint()); o.primaryKey("id"); });
                    state.addColumn("t", "more", integer());
                });
                op.dropTable("other");
                """);
        assertThat(between(plan, "upgradeH2() {", "}"))
                .contains("drop table other")
                .doesNotContain("create table other");
    }

    @Test
    void onDialectMayStandInsideAndOutside() {
        String both = """
                op.stateOnly(state -> state.onDialect("h2", on -> on.addColumn("t", "more", integer())));
                op.onDialect("sqlite", on -> on.stateOnly(state -> state.addColumn("t", "more", integer())));
                """;
        assertThat(plan(both)).doesNotContain("add column more", "drop column more");
    }

    @Test
    void sqlOnlyRunsItsTextAndTheEffectsAreSeen() {
        Compilation compilation = Javac.compile(
                ENVIRONMENT,
                migration("op.sqlOnly(\"alter table t add column more integer\")"
                        + ".effects(effect -> effect.addColumn(\"t\", \"more\", integer()));"),
                ENTITY);
        assertThat(compilation.errors()).as(Javac.messages(compilation)).isEmpty();
        assertThat(Javac.messages(compilation))
                .contains("[IrreversibleRevision] revision m1 (M) cannot be downgraded: nothing reverses sqlOnly")
                .doesNotContain("UnseenEffect");
        assertThat(between(Javac.generated(compilation, "app.M_Plan"), "upgradeH2() {", "}"))
                .containsOnlyOnce("more");
    }

    @Test
    void sqlOnlyByDialect() {
        String body =
                "op.sqlOnly(on(\"sqlite\", \"alter table t add more integer\"), on(\"h2\", \"alter table t add more"
                        + " int\")).effects(effect -> effect.addColumn(\"t\", \"more\", integer()));";
        String plan = plan(body);
        assertThat(between(plan, "upgradeSqlite() {", "}")).contains("alter table t add more integer");
        assertThat(between(plan, "upgradeH2() {", "}")).contains("alter table t add more int\"");
        assertThat(messages(body.replace(", on(\"h2\", \"alter table t add more int\")", "")))
                .contains("[InvalidOperation] sqlOnly has no text for dialect h2");
    }

    @Test
    void onDialectMayStandAroundSqlOnly() {
        assertThat(plan("""
                op.onDialect("h2", on -> on.sqlOnly("alter table t add more int")
                        .effects(effect -> effect.addColumn("t", "more", integer())));
                op.onDialect("sqlite", on -> on.addColumn("t", "more", integer()));
                """)).contains("alter table t add more int\"", "alter table t add column more integer");
    }

    @Test
    void anEffectThatFailsIsSaid() {
        assertThat(messages("op.sqlOnly(\"alter table x add y int\")"
                        + ".effects(effect -> effect.addColumn(\"x\", \"y\", integer()));"))
                .contains(
                        "[InvalidOperation] sqlOnly cannot be applied: its effect addColumn(\"x\", \"y\") fails: there is"
                                + " no table x");
    }

    @Test
    void sqlOnlyWithoutEffectsIsRefused() {
        assertThat(messages("op.sqlOnly(\"alter table t add y int\");"))
                .contains("sqlOnly does not say what it changes\n    help: add .effects(…), or call execute");
        assertThat(messages("op.sqlOnly(\"alter table t add y int\").effects(effect -> {});"))
                .contains("sqlOnly does not say what it changes");
    }

    @Test
    void whatTellsNothingOfTheSchemaHasNoPlaceThere() {
        assertThat(messages("op.stateOnly(state -> state.execute(\"select 1\"));"))
                .contains("execute has no place in stateOnly: it tells nothing of the schema");
        assertThat(messages("op.stateOnly(state -> state.run(M::java));")).contains("run has no place in stateOnly");
        assertThat(messages("op.sqlOnly(\"x\").effects(effect -> effect.execute(\"select 1\"));"))
                .contains("execute has no place in the effects of sqlOnly");
    }

    @Test
    void oneInsideAnotherIsRefused() {
        assertThat(messages("op.stateOnly(a -> a.stateOnly(b -> b.dropTable(\"t\")));"))
                .contains("stateOnly stands inside stateOnly");
        assertThat(messages("op.sqlOnly(\"x\").effects(a -> a.stateOnly(b -> b.dropTable(\"t\")));"))
                .contains("stateOnly stands inside the effects of sqlOnly");
        assertThat(messages("op.sqlOnly(\"x\").effects(a -> a.onDialect(\"h2\", b -> b.dropTable(\"t\")));"))
                .contains("onDialect stands inside the effects of sqlOnly\n    help: put it around sqlOnly");
        assertThat(messages("op.sqlOnly(\"x\").effects(a -> a.sqlOnly(\"y\").effects(b -> b.dropTable(\"t\")));"))
                .contains("sqlOnly stands inside the effects of sqlOnly");
        assertThat(messages("op.stateOnly(a -> a.sqlOnly(\"y\").effects(b -> b.dropTable(\"t\")));"))
                .contains("sqlOnly has no place in stateOnly");
    }
}
