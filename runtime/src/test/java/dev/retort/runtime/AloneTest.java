package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.h2.api.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements that share no transaction, and what is known of them when a process dies. */
class AloneTest {

    @TempDir
    Path directory;

    /** As though the process had died there. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static Step alone(String sql, String... tables) {
        return Step.alone(sql, List.of(tables), "");
    }

    private static TestRegistry registry(TestDatabase.Family family) {
        String t = family == TestDatabase.Family.H2 ? "T" : "t";
        return TestRegistry.empty()
                .revision("a")
                .up(
                        alone("create table t (i integer)", t),
                        "insert into t values (1)",
                        alone("alter table t add column j integer", t),
                        alone("create index ix on t (i)", t),
                        "insert into t values (2, 2)")
                .down("delete from t where i = 2", alone("alter table t drop column j", t), alone("drop table t", t));
    }

    /** The statement takes effect, and then everything stops: the lock is gone, nothing else is written. */
    private void dieAfter(TestDatabase database, TestRegistry registry, Direction direction, String sql) {
        RecordingDataSource dataSource = database.dataSource().afterSql(each -> {
            if (each.equals(sql)) {
                throw new Died();
            }
        });
        assertThatThrownBy(() -> run(Migrator.of(dataSource, registry), direction))
                .isInstanceOf(Died.class);
    }

    private static MigrationResult run(Migrator migrator, Direction direction) {
        return direction == Direction.UPGRADE ? migrator.upgrade() : migrator.downgrade("base");
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB", "POSTGRESQL"})
    void aStatementWhoseRecordWasLostIsNotRepeated(TestDatabase.Family family) throws Exception {
        TestRegistry registry = registry(family);
        for (String sql : List.of(
                "create table t (i integer)", "alter table t add column j integer", "create index ix on t (i)")) {
            TestDatabase database = family.in(directory);
            dieAfter(database, registry, Direction.UPGRADE, sql);
            RecordingDataSource dataSource = database.dataSource();
            assertThat(Migrator.of(dataSource, registry).upgrade().revisions()).hasSize(1);
            assertThat(dataSource.events()).doesNotContain(sql);
            assertThat(database.query("select i, j from t order by i")).containsExactly("1,null", "2,2");
            assertThat(database.recorded()).containsExactly("a");
            database.execute(family == TestDatabase.Family.H2 ? "drop all objects" : "drop table t, retort_history");
        }
    }

    /** What a trigger of H2 calls. */
    public static final class Idle implements Trigger {
        @Override
        public void fire(Connection connection, Object[] oldRow, Object[] newRow) {}
    }

    /** A schema is a database on MariaDB, of the server that these tests have for themselves. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB"})
    void norOneThatMakesASchemaAViewOrATrigger(TestDatabase.Family family) throws Exception {
        boolean h2 = family == TestDatabase.Family.H2;
        String t = h2 ? "T" : "t";
        String schema = "create schema lost";
        String view = "create view v as select i from t";
        String trigger = "create trigger g before insert on t for each row "
                + (h2 ? "call '" + Idle.class.getName() + "'" : "set @g = 1");
        TestRegistry registry = TestRegistry.empty()
                .revision("a")
                .up(
                        alone(schema, h2 ? "LOST." : "lost."),
                        alone("create table t (i integer)", t),
                        alone(view, h2 ? "V" : "v"),
                        alone(trigger, t),
                        "insert into t values (1)")
                .down(
                        alone("drop trigger g", t),
                        alone("drop view v", h2 ? "V" : "v"),
                        alone("drop table t", t),
                        alone("drop schema lost", h2 ? "LOST." : "lost."));
        TestDatabase database = family.in(directory);
        try {
            for (String sql : List.of(schema, view, trigger)) {
                dieAfter(database, registry, Direction.UPGRADE, sql);
                RecordingDataSource next = database.dataSource();
                assertThat(Migrator.of(next, registry).upgrade().revisions()).hasSize(1);
                assertThat(next.events()).doesNotContain(sql);
                assertThat(database.query("select i from v")).containsExactly("1");
                database.execute("create table lost.inside (i integer)", "drop table lost.inside");
                Migrator.of(database.dataSource(), registry).downgrade("base");
            }
            for (String sql : List.of("drop trigger g", "drop view v", "drop schema lost")) {
                Migrator.of(database.dataSource(), registry).upgrade();
                dieAfter(database, registry, Direction.DOWNGRADE, sql);
                RecordingDataSource next = database.dataSource();
                assertThat(Migrator.of(next, registry).downgrade("base").revisions())
                        .hasSize(1);
                assertThat(next.events()).doesNotContain(sql);
                assertThat(database.recorded()).isEmpty();
                assertThat(database.catalogue()).isEmpty();
            }
        } finally {
            database.execute("drop schema if exists lost");
        }
    }

    /** Nobody says which table SQL of the user's changes: all of the schemas that it names are compared. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB"})
    void norOneThatChangesSomethingInAnotherSchema(TestDatabase.Family family) throws Exception {
        String other = family == TestDatabase.Family.H2 ? "LOST." : "lost.";
        String create = "create table lost.t (i integer)";
        String add = "alter table lost.t add column j integer";
        TestRegistry registry = TestRegistry.empty()
                .revision("a")
                .up(alone(create, "*", other), alone(add, "*", other), "insert into lost.t values (1, 2)")
                .down("delete from lost.t", alone("drop table lost.t", "*", other));
        TestDatabase database = family.in(directory);
        database.execute("create schema lost");
        try {
            for (String sql : List.of(create, add)) {
                dieAfter(database, registry, Direction.UPGRADE, sql);
                RecordingDataSource next = database.dataSource();
                assertThat(Migrator.of(next, registry).upgrade().revisions()).hasSize(1);
                assertThat(next.events()).doesNotContain(sql);
                assertThat(database.query("select i, j from lost.t")).containsExactly("1,2");
                Migrator.of(database.dataSource(), registry).downgrade("base");
            }
            Migrator.of(database.dataSource(), registry).upgrade();
            dieAfter(database, registry, Direction.DOWNGRADE, "drop table lost.t");
            RecordingDataSource next = database.dataSource();
            assertThat(Migrator.of(next, registry).downgrade("base").revisions())
                    .hasSize(1);
            assertThat(next.events()).doesNotContain("drop table lost.t");
        } finally {
            database.execute("drop schema lost");
        }
    }

    /** The negative twin: with the default schema alone, the statement is run again, and finds its table there. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB"})
    void whatIsNotComparedIsRunAgain(TestDatabase.Family family) throws Exception {
        String create = "create table lost.t (i integer)";
        TestRegistry registry =
                TestRegistry.empty().revision("a").up(alone(create)).down();
        TestDatabase database = family.in(directory);
        database.execute("create schema lost");
        try {
            dieAfter(database, registry, Direction.UPGRADE, create);
            Migrator next = Migrator.of(database.dataSource(), registry);
            assertThatThrownBy(next::upgrade).isInstanceOf(StepFailedException.class);
        } finally {
            database.execute("drop table lost.t", "drop schema lost");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB", "POSTGRESQL"})
    void norOnTheWayBack(TestDatabase.Family family) throws Exception {
        TestRegistry registry = registry(family);
        for (String sql : List.of("alter table t drop column j", "drop table t")) {
            TestDatabase database = family.in(directory);
            Migrator.of(database.dataSource(), registry).upgrade();
            dieAfter(database, registry, Direction.DOWNGRADE, sql);
            RecordingDataSource dataSource = database.dataSource();
            assertThat(Migrator.of(dataSource, registry).downgrade("base").revisions())
                    .hasSize(1);
            assertThat(dataSource.events()).doesNotContain(sql);
            assertThat(database.recorded()).isEmpty();
            assertThat(database.catalogue()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB", "POSTGRESQL"})
    void aStatementThatHadNoEffectIsRunAgain(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        TestRegistry registry = registry(family);
        RecordingDataSource dies = database.dataSource().onSql(each -> {
            if (each.startsWith("alter table t add")) {
                throw new Died();
            }
        });
        assertThatThrownBy(() -> Migrator.of(dies, registry).upgrade()).isInstanceOf(Died.class);
        assertThat(database.recorded()).containsExactly("a upgrade 2");
        assertThat(Migrator.of(database.dataSource(), registry).upgrade().revisions())
                .hasSize(1);
        assertThat(database.query("select i, j from t order by i")).containsExactly("1,null", "2,2");
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB", "POSTGRESQL"})
    void aStatementThatFailsIsCorrectedAndRunAgain(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        TestRegistry broken = TestRegistry.empty()
                .revision("a")
                .up("create table t (i integer)")
                .down("drop table t")
                .revision("b", "a")
                .up(alone("alter table t add column nothing", "t"), alone("create index ix on t (i)", "t"));
        assertThatThrownBy(() -> Migrator.of(database.dataSource(), broken).upgrade())
                .isInstanceOfSatisfying(StepFailedException.class, e -> {
                    assertThat(e.step()).isEqualTo(1);
                    assertThat(e).hasMessageContaining("help: no step of it is recorded; correct it");
                });
        assertThat(database.recorded()).containsExactly("a");
        TestRegistry corrected = TestRegistry.empty()
                .revision("a")
                .up("create table t (i integer)")
                .revision("b", "a")
                .up(alone("alter table t add column j integer", "t"), alone("create no index", "t"));
        assertThatThrownBy(() -> Migrator.of(database.dataSource(), corrected).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("help: the steps before are recorded, and not run again");
        assertThat(database.recorded()).containsExactly("a", "b upgrade 1");
        assertThat(database.query("select state_before from retort_history where revision = 'b'"))
                .containsExactly("null");
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB", "POSTGRESQL"})
    void aDowngradeThatFailsAtItsFirstStepLeavesTheRevisionApplied(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        TestRegistry registry = TestRegistry.empty()
                .revision("a")
                .up("create table t (i integer)")
                .down(alone("drop table other", "other"));
        Migrator migrator = Migrator.of(database.dataSource(), registry);
        migrator.upgrade();
        List<String> before = database.query("select * from retort_history");
        assertThatThrownBy(() -> migrator.downgrade("base")).isInstanceOf(StepFailedException.class);
        assertThat(database.query("select * from retort_history")).isEqualTo(before);
    }

    /** What the fingerprints are for: without them the statement is repeated. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB"})
    void aStatementOfWhichNothingIsKnownIsRepeatedAndFails(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        TestRegistry registry =
                TestRegistry.empty().revision("a").up("create table t (i integer)", "insert into t values (1)");
        dieAfter(database, registry, Direction.UPGRADE, "create table t (i integer)");
        assertThatThrownBy(() -> Migrator.of(database.dataSource(), registry).upgrade())
                .isInstanceOf(StepFailedException.class)
                .hasMessageStartingWith("upgrade of a failed at step 1 of 2");
    }

    /** PostgreSQL keeps an index that could not be finished, and calls it invalid (SQL Commands, CREATE INDEX). */
    @Test
    void whatAnIndexLeavesThatCouldNotBeMadeIsTakenAway() throws Exception {
        TestDatabase database = TestDatabase.Family.POSTGRESQL.in(directory);
        database.execute("create table t (i integer)", "insert into t values (1), (1)");
        TestRegistry registry = TestRegistry.empty()
                .revision("a")
                .up(
                        "create table u (i integer)",
                        Step.alone(
                                "create unique index concurrently ix on t (i)",
                                List.of("t"),
                                "drop index concurrently if exists ix"),
                        "create table v (i integer)");
        Migrator migrator = Migrator.of(database.dataSource(), registry);
        assertThatThrownBy(migrator::upgrade).isInstanceOf(StepFailedException.class);
        assertThat(database.recorded()).containsExactly("a upgrade 1");
        assertThat(database.query("select indexrelid from pg_index where not indisvalid"))
                .isEmpty();
        database.execute("delete from t", "insert into t values (1)");
        assertThat(migrator.upgrade().revisions()).hasSize(1);
        assertThat(database.query("select indisvalid from pg_index where indrelid = 't'::regclass"))
                .containsExactly("t");
    }

    @Test
    void whatAnIndexLeavesWhoseMakerDiedIsTakenAway() throws Exception {
        TestDatabase database = TestDatabase.Family.POSTGRESQL.in(directory);
        database.execute("create table t (i integer)", "insert into t values (1), (1)");
        String create = "create unique index concurrently ix on t (i)";
        TestRegistry registry = TestRegistry.empty()
                .revision("a")
                .up(Step.alone(create, List.of("t"), "drop index concurrently if exists ix"));
        // Without effect as yet; what the dead process left is made by hand.
        RecordingDataSource dies = database.dataSource().onSql(each -> {
            if (each.equals(create)) {
                throw new Died();
            }
        });
        assertThatThrownBy(() -> Migrator.of(dies, registry).upgrade()).isInstanceOf(Died.class);
        assertThatThrownBy(() -> database.execute(create)).isInstanceOf(SQLException.class);
        assertThat(database.query("select indisvalid from pg_index where indrelid = 't'::regclass"))
                .containsExactly("f");
        database.execute("delete from t");
        assertThat(Migrator.of(database.dataSource(), registry).upgrade().revisions())
                .hasSize(1);
        assertThat(database.query("select indisvalid from pg_index where indrelid = 't'::regclass"))
                .containsExactly("t");
    }

    /** What stands before it is one transaction, and what stands after it another. */
    @Test
    void splitsARevisionOnPostgresql() throws Exception {
        TestDatabase database = TestDatabase.Family.POSTGRESQL.in(directory);
        TestRegistry registry = TestRegistry.empty()
                .revision("a")
                .up(
                        "create table t (i integer)",
                        "create table u (i integer)",
                        alone("create index concurrently ix on t (i)", "t"),
                        "create table v (i integer)",
                        "no statement");
        assertThatThrownBy(() -> Migrator.of(database.dataSource(), registry).upgrade())
                .isInstanceOfSatisfying(
                        StepFailedException.class, e -> assertThat(e.step()).isEqualTo(5));
        assertThat(database.recorded()).containsExactly("a upgrade 3");
        assertThat(database.query("select tablename from pg_tables where schemaname = 'public' order by 1"))
                .containsExactly("retort_history", "t", "u");
    }
}
