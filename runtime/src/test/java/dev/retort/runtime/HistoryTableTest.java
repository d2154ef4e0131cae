package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The history under another name than the usual one. */
class HistoryTableTest {

    @TempDir
    Path directory;

    private static TestRegistry registry(String id, String table) {
        return TestRegistry.empty()
                .revision(id)
                .up("create table " + table + " (i integer)")
                .down("drop table " + table);
    }

    @ParameterizedTest
    @EnumSource
    void twoRegistriesMigrateOneDatabase(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        Migrator shop =
                Migrator.of(database.dataSource(), registry("a", "goods")).withHistoryTable("Shop_History");
        Migrator mail = Migrator.of(database.dataSource(), registry("b", "letters"));

        assertThat(shop.upgrade().revisions()).hasSize(1);
        assertThat(mail.upgrade().revisions()).hasSize(1);

        assertThat(shop.upgrade().revisions()).isEmpty();
        assertThat(database.query("select revision, steps_done from Shop_History"))
                .containsExactly("a,null");
        assertThat(database.query("select revision, steps_done from retort_history"))
                .containsExactly("b,null");
        assertThat(shop.current()).extracting(Revision::id).containsExactly("a");
        // Its own table is none of what is there, the other's is.
        assertThat(shop.catalogue().keySet()).noneMatch(item -> item.equalsIgnoreCase("table shop_history"));
        assertThat(mail.catalogue().keySet()).anyMatch(item -> item.equalsIgnoreCase("table shop_history"));

        // Without the name, a is not known to have run.
        Migrator forgetful = Migrator.of(database.dataSource(), registry("a", "goods"));
        assertThatThrownBy(forgetful::current).isInstanceOf(UnknownRevisionException.class);

        assertThat(shop.downgrade("base").revisions()).hasSize(1);
        assertThat(shop.current()).isEmpty();
        assertThat(mail.current()).extracting(Revision::id).containsExactly("b");
        shop.stampUnverified("a");
        assertThat(database.query("select revision from Shop_History")).containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void theHistoryLiesInASchemaOfItsOwn(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        Migrator migrator =
                Migrator.of(database.dataSource(), registry("a", "goods")).withHistoryTable("retort_own.history");
        // The negative twin: nobody makes the schema.
        assertThatThrownBy(migrator::upgrade).isInstanceOf(DatabaseAccessException.class);
        assertThat(database.catalogue()).isEmpty();
        database.execute("create schema retort_own");
        try {
            assertThat(migrator.upgrade().revisions()).hasSize(1);
            assertThat(migrator.upgrade().revisions()).isEmpty();
            assertThat(database.query("select revision from retort_own.history"))
                    .containsExactly("a");
            assertThat(database.retortTables()).doesNotContain("retort_history");
            assertThat(migrator.history())
                    .extracting(HistoryEntry::status)
                    .containsExactly(HistoryEntry.Status.APPLIED);
            assertThat(migrator.downgrade("base").revisions()).hasSize(1);
            assertThat(database.query("select revision from retort_own.history"))
                    .isEmpty();
            assertThat(database.catalogue()).isEmpty();
        } finally {
            database.execute("drop schema retort_own" + (family == TestDatabase.Family.MARIADB ? "" : " cascade"));
        }
    }

    /** Each of the four has its own way to record, and a script names the table as the migrator does. */
    @ParameterizedTest
    @EnumSource
    void aScriptWritesIt(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        TestRegistry registry = registry("a", "goods");
        StringBuilder script = new StringBuilder();
        MigrationScript.write(registry, family.word(), "base:heads", "own_history", script);
        runLineByLine(database, script.toString());
        Migrator migrator = Migrator.of(database.dataSource(), registry).withHistoryTable("own_history");
        assertThat(migrator.upgrade().revisions()).isEmpty();

        StringBuilder back = new StringBuilder();
        migrator.script("heads:base", back);
        assertThat(back).contains("delete from own_history where revision = 'a';");
        runLineByLine(database, back.toString());
        assertThat(migrator.current()).isEmpty();
        assertThat(database.query("select revision from own_history")).isEmpty();
    }

    private static void runLineByLine(TestDatabase database, String script) throws SQLException {
        List<String> statements = script.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("--"))
                .map(line -> line.substring(0, line.length() - 1))
                .toList();
        try (Connection connection = database.connect()) {
            for (String sql : statements) {
                try (var statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }
        }
    }

    /** What a process that died left is found in the table of that name. */
    @Test
    void progressIsKeptThere() throws Exception {
        TestDatabase database = TestDatabase.Family.H2.in(directory);
        TestRegistry broken = TestRegistry.empty()
                .revision("a")
                .up("create table goods (i integer)", "create table goods (i integer)")
                .down("drop table goods");
        Migrator failing = Migrator.of(database.dataSource(), broken).withHistoryTable("own_history");
        assertThatThrownBy(failing::upgrade).isInstanceOf(StepFailedException.class);
        assertThat(database.query("select revision, unfinished_direction, steps_done from own_history"))
                .containsExactly("a,upgrade,1");
        TestRegistry mended = TestRegistry.empty()
                .revision("a")
                .up("create table goods (i integer)", "create table letters (i integer)")
                .down("drop table goods");
        assertThat(Migrator.of(database.dataSource(), mended)
                        .withHistoryTable("own_history")
                        .upgrade()
                        .revisions())
                .hasSize(1);
        assertThat(database.query("select i from letters")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a.b.c", ".a", "a.", "a;drop table t", "\"a\"", "1a", "a-b", "größe"})
    void aNameThatWouldNeedQuotesIsRefused(String name) {
        Migrator migrator = Migrator.of(new JdbcDataSource(), registry("a", "goods"));
        assertThatThrownBy(() -> migrator.withHistoryTable(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        name
                                + " cannot name the history: a table, or a schema, a dot and a table, of letters, digits and _");
    }
}
