package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.testing.DatabaseServer;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A script leaves a database as the migrator does. */
class MigrationScriptTest {

    @TempDir
    Path directory;

    private static TestRegistry registry(TestDatabase.Family family) {
        TestRegistry registry = TestRegistry.empty()
                .revision("a")
                .up(
                        "create table t (i integer primary key, name varchar(20))",
                        "insert into t values (1, 'it''s; -- \\ so')")
                .down("drop table t")
                .revision("left", "a")
                .up(Step.alone(
                        family == TestDatabase.Family.POSTGRESQL
                                ? "create index concurrently ix on t (i)"
                                : "create index ix on t (i)",
                        List.of("t"),
                        ""))
                .down(family == TestDatabase.Family.MARIADB ? "drop index ix on t" : "drop index ix")
                .revision("right", "a")
                .up("create table u (i integer)")
                .down("drop table u")
                .revision("merge", "left", "right");
        if (family == TestDatabase.Family.MARIADB) {
            // Its client would end the body at the first semicolon.
            return registry.up("create trigger g before insert on u for each row begin set @a = 1; set @b = 2; end")
                    .down("drop trigger g");
        }
        return family == TestDatabase.Family.SQLITE
                ? registry.up("create table v (i integer references t (i))", Step.foreignKeyCheck())
                        .down("drop table v", Step.foreignKeyCheck())
                : registry.down();
    }

    private static String script(TestRegistry registry, TestDatabase.Family family, String range) throws Exception {
        return script(registry, family.word(), range);
    }

    private static String script(TestRegistry registry, String dialect, String range) throws Exception {
        StringBuilder script = new StringBuilder();
        MigrationScript.write(registry, dialect, range, script);
        return script.toString();
    }

    /** As an administrator would: on MariaDB with its client, else as far as drivers let several statements be run. */
    private void run(TestDatabase database, TestDatabase.Family family, String script) throws Exception {
        if (family == TestDatabase.Family.MARIADB) {
            Client client = client(database, script);
            assertThat(client.output()).isEmpty();
            assertThat(client.exit()).isZero();
            return;
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            switch (family) {
                case SQLITE -> statement.executeUpdate(script);
                case MARIADB -> throw new AssertionError("has a client");
                case POSTGRESQL -> {
                    for (String each : script.split(";\n")) {
                        if (!each.replaceAll("(?m)^--.*$", "").isBlank()) {
                            statement.execute(each);
                        }
                    }
                }
                case H2 -> RunScript.execute(connection, new StringReader(script));
            }
        }
    }

    /** @param output what it said, errors included */
    private record Client(int exit, String output) {}

    private Client client(TestDatabase database, String script) throws Exception {
        URI url = URI.create(database.url().substring("jdbc:".length()));
        Path input = Files.writeString(directory.resolve("script.sql"), script);
        Path output = directory.resolve("output.txt");
        Process client = new ProcessBuilder(
                        DatabaseServer.mariadbClient().toString(),
                        "--no-defaults",
                        "--skip-ssl",
                        "--default-character-set=utf8mb4",
                        "--host=" + url.getHost(),
                        "--port=" + url.getPort(),
                        "--user=root",
                        url.getPath().substring(1))
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Client(client.waitFor(), Files.readString(output));
    }

    /** As {@link Verification} sees it, triggers included. */
    private static Map<String, String> everything(TestDatabase database) throws SQLException {
        try (Database opened = Database.connect(database.dataSource(), Duration.ZERO)) {
            return Catalogue.read(opened, List.of());
        }
    }

    private static List<String> history(TestDatabase database) throws SQLException {
        return database.query("select revision, checksum, unfinished_direction, steps_done, state_before, revises"
                + " from retort_history order by 1");
    }

    @ParameterizedTest
    @EnumSource
    void leavesADatabaseAsTheMigratorDoes(TestDatabase.Family family) throws Exception {
        TestRegistry registry = registry(family);
        TestDatabase scripted = family.in(directory);
        TestDatabase migrated = other(family);
        for (String target : new String[] {"a", "heads"}) {
            String from = target.equals("a") ? "base" : "a";
            run(scripted, family, script(registry, family, from + ":" + target));
            Migrator.of(migrated.dataSource(), registry).upgrade(target);
            assertThat(scripted.catalogue()).isEqualTo(migrated.catalogue());
            assertThat(everything(scripted)).isEqualTo(everything(migrated));
            assertThat(history(scripted)).isEqualTo(history(migrated));
            assertThat(scripted.query("select * from t")).isEqualTo(migrated.query("select * from t"));
        }
        Migrator migrator = Migrator.of(scripted.dataSource(), registry);
        assertThat(migrator.upgrade().revisions()).isEmpty();
        StringBuilder ofTheConnected = new StringBuilder();
        migrator.script("a:heads", ofTheConnected);
        assertThat(ofTheConnected).hasToString(script(registry, family, "a:heads"));
        HistoryEntry entry = migrator.history().get(0);
        assertThat(entry.appliedAt()).isPresent();
        assertThat(entry.appliedBy())
                .isEqualTo(
                        family == TestDatabase.Family.SQLITE
                                ? java.util.Optional.empty()
                                : java.util.Optional.of(family.user()));

        run(scripted, family, script(registry, family, "heads:right"));
        Migrator.of(migrated.dataSource(), registry).downgrade("right");
        assertThat(everything(scripted)).isEqualTo(everything(migrated)).isNotEmpty();
        assertThat(history(scripted)).isEqualTo(history(migrated));
        run(scripted, family, script(registry, family, "left:a"));
        Migrator.of(migrated.dataSource(), registry).downgrade("a");
        run(scripted, family, script(registry, family, "right:base"));
        Migrator.of(migrated.dataSource(), registry).downgrade("base");
        assertThat(scripted.catalogue()).isEqualTo(migrated.catalogue());
        assertThat(scripted.catalogue()).isEmpty();
        assertThat(history(scripted)).isEmpty();
    }

    /** Where each statement commits, an administrator goes on behind the one that failed. */
    @Test
    void mariadbsClientStopsAtTheFirstError() throws Exception {
        TestDatabase database = TestDatabase.Family.MARIADB.in(directory);
        TestRegistry registry = TestRegistry.of("mariadb")
                .revision("a")
                .up("create table t (i integer)", "insert into nowhere values (1)", "create table u (i integer)");
        Client client = client(database, script(registry, TestDatabase.Family.MARIADB, "base:heads"));
        assertThat(client.exit()).isEqualTo(1);
        assertThat(client.output()).contains("nowhere' doesn't exist");
        assertThat(database.query("show tables")).containsExactly("retort_history", "t");
        assertThat(database.recorded()).isEmpty();
    }

    private TestDatabase other(TestDatabase.Family family) throws Exception {
        Path other = directory.resolve("other-" + directory.getFileName());
        Files.createDirectories(other);
        return family.in(other);
    }

    @Test
    void readsLikeThis() throws Exception {
        assertThat(script(registry(TestDatabase.Family.POSTGRESQL), TestDatabase.Family.POSTGRESQL, "base:left"))
                .isEqualTo("""
                -- upgrade from base to left on postgresql, for test.Migrations

                create table if not exists retort_history (revision varchar(64) not null primary key, checksum varchar(64) not null, applied_at varchar(32), applied_by varchar(255), duration_ms bigint, unfinished_direction varchar(16), steps_done integer, state_before varchar(64), revises varchar(2000));

                -- a: message of a
                begin;
                create table t (i integer primary key, name varchar(20));
                insert into t values (1, 'it''s; -- \\ so');
                insert into retort_history (revision, checksum, applied_at, applied_by, revises) values ('a', 'sum-a', to_char(current_timestamp at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), current_user, '');
                commit;

                -- left: message of left
                begin;
                -- Outside of a transaction:
                commit;
                create index concurrently ix on t (i);
                begin;
                insert into retort_history (revision, checksum, applied_at, applied_by, revises) values ('left', 'sum-left', to_char(current_timestamp at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), current_user, 'a');
                commit;
                """);
    }

    /** One batch a statement, in transactions; sqlcmd would leave them open after an error, and filtered indexes out. */
    @Test
    void readsLikeThisOnSqlServer() throws Exception {
        TestRegistry registry = TestRegistry.of("sqlserver")
                .revision("a")
                .up("create schema audit", "create view v as select 'it''s' as x")
                .down("drop view v", "drop schema audit");
        assertThat(script(registry, "sqlserver", "base:a")).isEqualTo("""
                -- upgrade from base to a on sqlserver, for test.Migrations
                set xact_abort, quoted_identifier, ansi_nulls on
                go

                if object_id(N'retort_history') is null create table retort_history (revision varchar(64) collate Latin1_General_BIN2 not null primary key, checksum varchar(64) not null, applied_at varchar(32), applied_by varchar(255), duration_ms bigint, unfinished_direction varchar(16), steps_done integer, state_before varchar(64), revises varchar(2000))
                go

                -- a: message of a
                begin transaction
                go
                create schema audit
                go
                create view v as select 'it''s' as x
                go
                insert into retort_history (revision, checksum, applied_at, applied_by, revises) values ('a', 'sum-a', convert(varchar(23), sysutcdatetime(), 126) + 'Z', current_user, '')
                go
                commit
                go
                """);
        assertThat(script(registry, "sqlserver", "a:base")).isEqualTo("""
                -- downgrade from a to base on sqlserver, for test.Migrations
                set xact_abort, quoted_identifier, ansi_nulls on
                go

                -- a: message of a
                begin transaction
                go
                drop view v
                go
                drop schema audit
                go
                delete from retort_history where revision = 'a'
                go
                commit
                go
                """);
    }

    /** A slash behind each statement, since a block has semicolons of its own. Nothing is rolled back but rows. */
    @Test
    void readsLikeThisOnOracle() throws Exception {
        TestRegistry registry = TestRegistry.of("oracle")
                .revision("a")
                .up(
                        Step.alone("create table t (i number(10,0))", List.of("T"), ""),
                        Step.alone("create trigger g before delete on t\nbegin\n    null;\nend;", List.of(), ""),
                        Step.sql("insert into t (i) values (1)"));
        assertThat(script(registry, "oracle", "base:a")).isEqualTo("""
                -- upgrade from base to a on oracle, for test.Migrations
                -- Each statement commits: where one fails, mend it and go on from there.
                whenever sqlerror exit failure rollback
                set define off
                set sqlblanklines on

                begin execute immediate 'create table retort_history (revision varchar(64) not null primary key, checksum varchar(64) not null, applied_at varchar(32), applied_by varchar(255), duration_ms number(19), unfinished_direction varchar(16), steps_done integer, state_before varchar(64), revises varchar(2000))'; exception when others then if sqlcode <> -955 then raise; end if; end;
                /

                -- a: message of a
                create table t (i number(10,0))
                /
                create trigger g before delete on t
                begin
                    null;
                end;
                /
                insert into t (i) values (1)
                /
                insert into retort_history (revision, checksum, applied_at, applied_by, revises) values ('a', 'sum-a', to_char(sys_extract_utc(systimestamp), 'YYYY-MM-DD"T"HH24:MI:SS.FF3"Z"'), user, '')
                /
                commit
                /
                """);
    }

    @Test
    void rowsThatReferToNothingTakeTheRevisionBack() throws Exception {
        TestDatabase database = TestDatabase.Family.SQLITE.in(directory);
        TestRegistry registry = TestRegistry.of("sqlite")
                .revision("a")
                .up("create table t (i integer primary key)", "create table u (i integer references t (i))")
                .revision("b", "a")
                .up("insert into u values (7)", Step.foreignKeyCheck());
        assertThatThrownBy(() -> run(
                        database,
                        TestDatabase.Family.SQLITE,
                        script(registry, TestDatabase.Family.SQLITE, "base:heads")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("CHECK constraint failed");
        assertThat(database.recorded()).containsExactly("a");
        assertThat(database.query("select * from u")).isEmpty();
    }

    @Test
    void bodiesOfSeveralStatementsGetADelimiter() throws Exception {
        String trigger = "create trigger g before insert on t for each row begin set new.i = 1; set new.i = 2; end";
        TestRegistry registry = TestRegistry.of("mariadb").revision("a").up(trigger);
        assertThat(script(registry, TestDatabase.Family.MARIADB, "base:a"))
                .contains("\ndelimiter $$\n" + trigger + "$$\ndelimiter ;\n");
    }

    @Test
    void refusesWhatItCannotWrite() {
        TestRegistry registry = TestRegistry.of("sqlite")
                .revision("a")
                .up(Step.java("Backfill::themes", connection -> {}))
                .revision("b", "a")
                .revision("c", "a");
        assertThatThrownBy(() -> script(registry, TestDatabase.Family.SQLITE, "base:a"))
                .isInstanceOfSatisfying(
                        UnscriptableRevisionException.class,
                        e -> assertThat(e.revision()).isEqualTo("a"))
                .hasMessageContaining("Backfill::themes");
        assertThatThrownBy(() -> script(registry, TestDatabase.Family.H2, "base:a"))
                .isInstanceOf(MissingDialectException.class);
        assertThatThrownBy(() -> script(registry, TestDatabase.Family.SQLITE, "b:a"))
                .isInstanceOf(IrreversibleRevisionException.class);
        assertThatThrownBy(() -> script(registry, TestDatabase.Family.SQLITE, "a:nowhere"))
                .isInstanceOf(UnknownTargetException.class);
    }
}
