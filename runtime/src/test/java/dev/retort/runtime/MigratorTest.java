package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on every database. */
class MigratorTest {

    private static final String SELECT = "select revision, checksum, applied_at, applied_by, duration_ms,"
            + " unfinished_direction, steps_done, state_before, revises from retort_history";

    @TempDir
    Path directory;

    private static List<String> ids(MigrationResult result) {
        return result.revisions().stream()
                .map(completed -> completed.revision().id())
                .toList();
    }

    private static List<String> ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).toList();
    }

    @ParameterizedTest
    @EnumSource
    void upDownAndUpAgain(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        RecordingDataSource dataSource = database.dataSource();
        Migrator migrator = Migrator.of(dataSource, Shop.registry());

        assertThat(ids(migrator.upgrade())).containsExactly("start", "left", "right", "merge", "fill");
        List<String> first = database.catalogue();
        assertThat(first).isNotEmpty();
        assertThat(database.query("select id, name, age from users order by id"))
                .containsExactly("1,{not} an escape,7", "2,second,8");
        assertThat(database.recorded()).containsExactly("fill", "left", "merge", "right", "start");

        assertThat(ids(migrator.downgrade("base"))).containsExactly("fill", "merge", "right", "left", "start");
        assertThat(database.catalogue()).isEmpty();
        assertThat(database.recorded()).isEmpty();

        assertThat(ids(migrator.upgrade("head"))).containsExactly("start", "left", "right", "merge", "fill");
        assertThat(database.catalogue()).isEqualTo(first);
        assertThat(migrator.upgrade().revisions()).isEmpty();
        assertThat(dataSource.open()).isZero();
        assertThat(dataSource.mostOpen()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void nothingPendingIsOneSelect(TestDatabase.Family family) throws Exception {
        TestRegistry registry = Shop.registry();
        RecordingDataSource dataSource = family.in(directory).dataSource();
        Migrator migrator = Migrator.of(dataSource, registry);
        migrator.upgrade();
        assertThat(registry.planCalls()).isEqualTo(5);

        dataSource.forget();
        migrator.upgrade();
        assertThat(dataSource.events()).containsExactly("connect", SELECT, "close");
        assertThat(registry.planCalls()).isEqualTo(5);

        dataSource.forget();
        migrator.upgrade("left");
        migrator.downgrade("head");
        migrator.pending();
        migrator.current();
        migrator.history();
        assertThat(dataSource.events())
                .containsExactly(
                        "connect", SELECT, "close", "connect", SELECT, "close", "connect", SELECT, "close", "connect",
                        SELECT, "close", "connect", SELECT, "close");
        assertThat(registry.planCalls()).isEqualTo(5);

        dataSource.forget();
        migrator.downgrade("-1");
        assertThat(dataSource.events()).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhereADatabaseStands(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        Migrator migrator = Migrator.of(database.dataSource(), Shop.registry());
        assertThat(migrator.current()).isEmpty();
        assertThat(ids(migrator.pending())).containsExactly(Shop.IDS);
        assertThat(migrator.history())
                .extracting(HistoryEntry::status)
                .containsOnly(HistoryEntry.Status.PENDING)
                .hasSize(5);
        assertThat(database.retortTables()).isEmpty();

        Instant before = Instant.now().minusMillis(1);
        assertThat(ids(migrator.upgrade("+3"))).containsExactly("start", "left", "right");
        assertThat(ids(migrator.current())).containsExactly("left", "right");
        assertThat(ids(migrator.pending())).containsExactly("merge", "fill");
        assertThat(ids(migrator.heads())).containsExactly("fill");

        HistoryEntry applied = migrator.history().get(1);
        assertThat(applied.revision().id()).isEqualTo("left");
        assertThat(applied.status()).isEqualTo(HistoryEntry.Status.APPLIED);
        assertThat(applied.appliedAt().orElseThrow()).isBetween(before, Instant.now());
        assertThat(applied.appliedBy().orElseThrow()).isEqualTo(family.user());
        assertThat(applied.duration().orElseThrow()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        HistoryEntry pending = migrator.history().get(4);
        assertThat(pending.revision().id()).isEqualTo("fill");
        assertThat(pending.status()).isEqualTo(HistoryEntry.Status.PENDING);
        assertThat(pending.stepsDone()).isZero();
        assertThat(pending.appliedAt()).isEmpty();
        assertThat(pending.appliedBy()).isEmpty();
        assertThat(pending.duration()).isEmpty();

        assertThat(ids(migrator.upgrade())).containsExactly("merge", "fill");
        assertThat(ids(migrator.current())).containsExactly("fill");
        assertThat(ids(migrator.downgrade("merge"))).containsExactly("fill");
        assertThat(ids(migrator.downgrade("-1"))).containsExactly("merge");
        assertThat(ids(migrator.current())).containsExactly("left", "right");
        assertThat(ids(migrator.downgrade("left-1"))).containsExactly("right", "left");
        assertThat(ids(migrator.current())).containsExactly("start");
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyRegistryHasNothingToDo(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        Migrator migrator = Migrator.of(database.dataSource(), TestRegistry.empty());
        assertThat(migrator.upgrade().revisions()).isEmpty();
        assertThat(migrator.downgrade("base").revisions()).isEmpty();
        assertThat(migrator.heads()).isEmpty();
        assertThat(database.retortTables()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesADatabaseAheadOfTheProgram(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        Migrator.of(database.dataSource(), Shop.registry()).upgrade();
        List<String> catalogue = database.catalogue();
        TestRegistry older =
                TestRegistry.empty().revision("start").up("never run").revision("new", "start");
        RecordingDataSource dataSource = database.dataSource();
        assertThatThrownBy(() -> Migrator.of(dataSource, older).upgrade())
                .isInstanceOf(UnknownRevisionException.class)
                .hasMessage("""
                        database holds revisions fill, left, merge, right, unknown to test.Migrations
                          a newer program has migrated this database, or they were deleted or renamed in this one
                          help: run a program that has them, or use one to downgrade the database first; where this one may run on \
                        the newer schema, allow newer revisions""");
        assertThatThrownBy(() -> Migrator.of(dataSource, older).downgrade("base"))
                .isInstanceOf(UnknownRevisionException.class);
        assertThatThrownBy(() -> Migrator.of(dataSource, older).current()).isInstanceOf(UnknownRevisionException.class);
        assertThat(dataSource.open()).isZero();
        assertThat(database.catalogue()).isEqualTo(catalogue);
        assertThat(database.recorded()).containsExactly("fill", "left", "merge", "right", "start");
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnEditedRevision(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        TestRegistry before = TestRegistry.empty().revision("a").up("create table t (i integer)");
        Migrator.of(database.dataSource(), before).upgrade();
        TestRegistry after = TestRegistry.empty()
                .changed("a", "other")
                .down("drop table t")
                .revision("b", "a")
                .up("create table u (i integer)");
        assertThatThrownBy(() -> Migrator.of(database.dataSource(), after).upgrade())
                .isInstanceOf(ChangedRevisionException.class)
                .hasMessage("""
                        applied revision a changed since
                          a was applied with checksum sum-a and now has other
                          help: undo the edit, and put what it was for into a new revision""");
        assertThatThrownBy(() -> Migrator.of(database.dataSource(), after).downgrade("base"))
                .isInstanceOf(ChangedRevisionException.class);
        assertThat(database.recorded()).containsExactly("a");
        assertThat(after.planCalls()).isZero();

        TestRegistry same =
                TestRegistry.empty().revision("a").revision("b", "a").up("create table u (i integer)");
        assertThat(ids(Migrator.of(database.dataSource(), same).upgrade())).containsExactly("b");
    }

    @ParameterizedTest
    @EnumSource
    void refusesARevisionPutBeforeAppliedOnes(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        Migrator.of(
                        database.dataSource(),
                        TestRegistry.empty()
                                .revision("a")
                                .up("create table t (i integer)")
                                .revision("c", "a"))
                .upgrade();
        TestRegistry inserted =
                TestRegistry.empty().revision("a").revision("b", "a").revision("c", "b");
        assertThatThrownBy(() -> Migrator.of(database.dataSource(), inserted).upgrade())
                .isInstanceOf(OutOfOrderRevisionException.class)
                .hasMessageStartingWith("revision b is not applied, but c after it is\n");
        assertThat(database.recorded()).containsExactly("a", "c");

        TestRegistry onABranch = TestRegistry.empty()
                .revision("a")
                .revision("b", "a")
                .revision("c", "a")
                .revision("d", "b", "c");
        assertThat(ids(Migrator.of(database.dataSource(), onABranch).upgrade())).containsExactly("b", "d");
    }

    @ParameterizedTest
    @EnumSource
    void refusesADatabaseItHasNoSqlFor(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        TestRegistry registry = TestRegistry.of("oracle").revision("a").up("create table t (i integer)");
        String word = family.word();
        assertThatThrownBy(() -> Migrator.of(database.dataSource(), registry).upgrade())
                .isInstanceOf(MissingDialectException.class)
                .hasMessage("test.Migrations has no SQL for " + word
                        + "\n  it was generated for oracle"
                        + "\n  help: add it to the dialects of the @MigrationEnvironment and compile again");
        assertThat(database.retortTables()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesToGoBackThroughTheIrreversibleBeforeTheFirstStep(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        TestRegistry registry = TestRegistry.empty()
                .revision("a")
                .up("create table t (i integer)")
                .revision("b", "a")
                .revision("c", "b")
                .up("create table u (i integer)")
                .down("drop table u");
        Migrator migrator = Migrator.of(database.dataSource(), registry);
        migrator.upgrade();
        List<String> catalogue = database.catalogue();
        assertThatThrownBy(() -> migrator.downgrade("base"))
                .isInstanceOfSatisfying(
                        IrreversibleRevisionException.class,
                        e -> assertThat(e.revisions()).containsExactly("b", "a"));
        assertThat(database.catalogue()).isEqualTo(catalogue);
        assertThat(database.recorded()).containsExactly("a", "b", "c");
        assertThat(ids(migrator.downgrade("b"))).containsExactly("c");
    }

    @ParameterizedTest
    @EnumSource
    void refusesUnknownTargets(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        Migrator migrator = Migrator.of(database.dataSource(), Shop.registry());
        assertThatThrownBy(() -> migrator.upgrade("megre")).isInstanceOf(UnknownTargetException.class);
        assertThat(database.retortTables()).isEmpty();
        assertThat(ids(migrator.upgrade("m"))).containsExactly("start", "left", "right", "merge");
    }

    @ParameterizedTest
    @EnumSource
    void givesTheConnectionBackAsItWas(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        try (Connection connection = database.connect()) {
            if (family == TestDatabase.Family.SQLITE) {
                TestDatabase.query(connection, "pragma busy_timeout = 1234");
                connection.createStatement().execute("pragma foreign_keys = on");
            }
            List<String> before = settings(connection, family);
            assertThat(before).hasSizeGreaterThanOrEqualTo(2);
            for (boolean autoCommit : List.of(true, false)) {
                connection.setAutoCommit(autoCommit);
                PoolOfOne pool = new PoolOfOne(connection);
                RecordingDataSource dataSource = new RecordingDataSource(pool);
                Migrator migrator = Migrator.of(dataSource, Shop.registry());
                migrator.upgrade();
                migrator.downgrade("base");
                TestRegistry broken = TestRegistry.empty()
                        .revision("broken")
                        .up(Step.foreignKeyCheck(), "create table t (i integer)", "no statement");
                assertThatThrownBy(() -> Migrator.of(dataSource, broken).upgrade())
                        .isInstanceOf(StepFailedException.class);
                assertThat(pool.lent()).isFalse();
                assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
                connection.setAutoCommit(true);
                assertThat(settings(connection, family)).isEqualTo(before);
                // Left behind by the statement before the one that failed, where that commits.
                database.execute("drop table if exists t");
                migrator.stampUnverified("base");
            }
            if (family == TestDatabase.Family.SQLITE) {
                assertThat(before).containsExactly("1234", "1");
            }
            // That a setting which stays would be seen.
            connection
                    .createStatement()
                    .execute(
                            switch (family) {
                                case SQLITE -> "pragma foreign_keys = off";
                                case H2 -> "set lock_timeout 77";
                                case POSTGRESQL -> "select pg_advisory_lock(125780070724212)";
                                case MARIADB -> "set session foreign_key_checks = 0";
                            });
            assertThat(settings(connection, family)).isNotEqualTo(before);
        }
    }

    /** What may be set for a session, and the locks that it holds. */
    private static List<String> settings(Connection connection, TestDatabase.Family family) throws SQLException {
        List<String> settings = new ArrayList<>();
        for (String query : switch (family) {
            case SQLITE -> List.of("pragma busy_timeout", "pragma foreign_keys");
            case H2 ->
                List.of(
                        "select setting_name, setting_value from information_schema.settings"
                                + " where setting_name not like 'info.%' order by 1",
                        "select lock_timeout(), current_schema, isolation_level from information_schema.sessions"
                                + " where session_id = session_id()",
                        "select count(*) from information_schema.locks where session_id = session_id()");
            case POSTGRESQL ->
                List.of(
                        "select name, setting from pg_settings order by 1",
                        "select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()");
            case MARIADB ->
                List.of(
                        "select variable_name, variable_value from information_schema.session_variables where"
                                + " variable_name not in ('timestamp', 'rand_seed1', 'rand_seed2', 'last_insert_id',"
                                + " 'identity', 'insert_id', 'last_gtid', 'gtid_binlog_pos', 'gtid_current_pos',"
                                + " 'warning_count', 'error_count') order by 1",
                        "select coalesce(is_used_lock(concat('retort_', sha1(database()))), 0)");
        }) {
            settings.addAll(TestDatabase.query(connection, query));
        }
        return settings;
    }

    @ParameterizedTest
    @EnumSource
    void aFailureNamesTheStatementAndRecordsNoMoreThanWasDone(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        boolean whole = family == TestDatabase.Family.SQLITE || family == TestDatabase.Family.POSTGRESQL;
        TestRegistry registry = TestRegistry.empty()
                .revision("a")
                .up("create table t (i integer)")
                .revision("b", "a")
                .up("insert into t values (1)", "insert into nowhere values (2)", "insert into t values (3)");
        assertThatThrownBy(() -> Migrator.of(database.dataSource(), registry).upgrade())
                .isInstanceOfSatisfying(StepFailedException.class, e -> {
                    assertThat(e.revision()).isEqualTo("b");
                    assertThat(e.step()).isEqualTo(2);
                    assertThat(e.steps()).isEqualTo(3);
                    assertThat(e.text()).isEqualTo("insert into nowhere values (2)");
                    assertThat(e).hasCauseInstanceOf(SQLException.class);
                    assertThat(e.getCause())
                            .hasMessageContaining(family == TestDatabase.Family.H2 ? "NOWHERE" : "nowhere");
                })
                .hasMessageStartingWith("upgrade of b failed at step 2 of 3\n  insert into nowhere values (2)\n");
        assertThat(database.recorded()).isEqualTo(whole ? List.of("a") : List.of("a", "b upgrade 1"));
        assertThat(database.query("select i from t")).isEqualTo(whole ? List.of() : List.of("1"));
    }

    @ParameterizedTest
    @EnumSource
    void stepsCannotEndTheirTransaction(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        List<Step.Action> actions = List.of(
                Connection::commit,
                Connection::rollback,
                Connection::close,
                Connection::setSavepoint,
                connection -> connection.setAutoCommit(true),
                connection -> connection.setReadOnly(true),
                connection -> connection.abort(Runnable::run));
        for (Step.Action action : actions) {
            TestRegistry registry = TestRegistry.empty().revision("a").up(Step.java("Meddler::run", connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("insert into t values (1)");
                }
                action.run(connection);
            }));
            database.execute("drop table if exists t", "create table t (i integer)");
            assertThatThrownBy(
                            () -> Migrator.of(database.dataSource(), registry).upgrade())
                    .isInstanceOf(StepFailedException.class)
                    .hasMessageStartingWith("upgrade of a failed at step 1 of 1\n  Meddler::run\n")
                    .hasCauseInstanceOf(TransactionControlException.class);
            assertThat(database.query("select * from t")).isEmpty();
        }
        TestRegistry harmless = TestRegistry.empty().revision("a").up(Step.java("Reader::run", connection -> {
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.isClosed()).isFalse();
            try (var statement = connection.createStatement()) {
                statement.execute("insert into t values (1)");
            }
        }));
        assertThat(ids(Migrator.of(database.dataSource(), harmless).upgrade())).containsExactly("a");
        assertThat(database.query("select * from t")).containsExactly("1");
    }

    @ParameterizedTest
    @EnumSource
    void failuresOfTheDatabaseAreNoMissingTable(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        database.execute("create table retort_history (something integer)");
        assertThatThrownBy(() ->
                        Migrator.of(database.dataSource(), Shop.registry()).upgrade())
                .isInstanceOf(DatabaseAccessException.class)
                .hasCauseInstanceOf(java.sql.SQLException.class);
        assertThat(database.catalogue()).isEmpty();
    }

    @Test
    void refusesAProductItDoesNotKnow() throws Exception {
        TestDatabase database = TestDatabase.Family.H2.in(directory);
        assertThatThrownBy(() -> Migrator.of(called("Apache Derby", database), Shop.registry())
                        .upgrade())
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessage("""
                        database product Apache Derby is not supported
                          supported are SQLite, H2, PostgreSQL, MariaDB, MySQL
                          help: connect to one of these""");
        assertThat(database.retortTables()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Microsoft SQL Server", "Oracle"})
    void writesScriptsOnlyForWhatItNeverRan(String product) throws Exception {
        TestDatabase database = TestDatabase.Family.H2.in(directory);
        assertThatThrownBy(() ->
                        Migrator.of(called(product, database), Shop.registry()).upgrade())
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessage("""
                        database product %s is not migrated by a program
                          its SQL is only rendered, and was never run by Retort
                          help: have a script written with MigrationScript, and look at it before you run it""", product);
        assertThat(database.retortTables()).isEmpty();
    }

    private static RecordingDataSource called(String product, TestDatabase database) {
        return new RecordingDataSource(() -> renamed(
                Connection.class,
                database.connect(),
                "getMetaData",
                connection -> renamed(
                        DatabaseMetaData.class,
                        connection.getMetaData(),
                        "getDatabaseProductName",
                        metaData -> product)));
    }

    private interface Answer<T> {
        Object to(T target) throws Exception;
    }

    private static <T> T renamed(Class<T> type, T target, String name, Answer<T> answer) {
        return type.cast(Proxy.newProxyInstance(
                MigratorTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        method.getName().equals(name) ? answer.to(target) : method.invoke(target, arguments)));
    }
}
