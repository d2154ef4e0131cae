package dev.retort.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import dev.retort.runtime.Revision;
import dev.retort.runtime.RevisionPlan;
import dev.retort.testing.DatabaseServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

class RoundTripTest {

    enum Kind {
        SQLITE,
        H2,
        POSTGRESQL,
        MARIADB
    }

    @TempDir
    Path directory;

    private DataSource sqlite() {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + directory.resolve("test.db"));
        return dataSource;
    }

    private DataSource of(Kind kind) throws SQLException {
        return switch (kind) {
            case SQLITE -> sqlite();
            case H2 -> {
                JdbcDataSource dataSource = new JdbcDataSource();
                dataSource.setURL("jdbc:h2:mem:" + directory.getFileName() + ";DB_CLOSE_DELAY=-1");
                dataSource.setUser("sa");
                yield dataSource;
            }
            case POSTGRESQL -> {
                PGSimpleDataSource dataSource = new PGSimpleDataSource();
                dataSource.setUrl(DatabaseServer.POSTGRESQL.newDatabase());
                yield dataSource;
            }
            case MARIADB -> new MariaDbDataSource(DatabaseServer.MARIADB.newDatabase());
        };
    }

    @ParameterizedTest
    @EnumSource
    void goesUpAndDownAndUpAgain(Kind kind) throws SQLException {
        DataSource dataSource = of(kind);

        RoundTrip.Result result = RoundTrip.check(dataSource, dev.retort.test.good.Migrations.registry());

        assertThat(result.undone()).extracting(Revision::id).containsExactlyInAnyOrder("d1", "c1", "b1", "a1");
        assertThat(result.undone()).first().extracting(Revision::id).isEqualTo("d1");
        assertThat(result.irreversible()).isEmpty();
        Migrator migrator = Migrator.of(dataSource, dev.retort.test.good.Migrations.registry());
        assertThat(migrator.current()).extracting(Revision::id).containsExactly("d1");
        assertThat(migrator.verify().isClean()).isTrue();
    }

    @Test
    void findsAnIndexThatADowngradeForgets() {
        assertThatThrownBy(() -> RoundTrip.check(sqlite(), dev.retort.test.forgetful.Migrations.registry()))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        revision b1 (Index titles) of dev.retort.test.forgetful.Migrations does not come back: after the downgrade of b1 (Index titles), revision a1 (Create notes) is not as the first upgrade left it
                          left over: index ix_notes_title of notes (title)
                          help: the downgrade of b1 must undo what its upgrade does, and nothing else""");
    }

    @Test
    void findsAnIndexThatComesBackOtherwise() {
        assertThatThrownBy(() -> RoundTrip.check(sqlite(), dev.retort.test.otherwise.Migrations.registry()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(
                        "after the downgrade of c1 (Drop the index), revision b1 (Index titles) is not as the first upgrade left it\n"
                                + "  different: index ix_notes of notes is (body), was (title)\n");
    }

    @Test
    void findsAnUpgradeThatDoesSomethingElseTheSecondTime() {
        assertThatThrownBy(() -> RoundTrip.check(sqlite(), dev.retort.test.fickle.Migrations.registry()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("does not come back: after a second upgrade, revision b1 (Index something) is not"
                        + " as the first upgrade left it\n"
                        + "  different: index ix_notes of notes is (body), was (title)\n");
    }

    @Test
    void findsAnUpgradeThatTheCompilerExpectsOtherwise() {
        assertThatThrownBy(() -> RoundTrip.check(sqlite(), dev.retort.test.unexpected.Migrations.registry()))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        revision b1 (Index titles) of dev.retort.test.unexpected.Migrations does not make the schema that the compiler expects of it
                          missing: index ix_notes_title of notes (title)
                          help: what execute and run change has to be told to the compiler: op.sqlOnly(…).effects(…)""");
    }

    @Test
    void namesTheDowngradeThatFails() {
        assertThatThrownBy(() -> RoundTrip.check(sqlite(), dev.retort.test.failing.Migrations.registry()))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "revision b1 (Say nothing) of dev.retort.test.failing.Migrations cannot be undone:"
                                + " downgrade of b1 failed at step 1 of 1\n  drop index ix_nowhere\n");
    }

    @Test
    void namesTheUpgradeThatFails() throws SQLException {
        DataSource dataSource = sqlite();
        execute(dataSource, "create table notes (id integer)");

        assertThatThrownBy(() -> RoundTrip.check(dataSource, dev.retort.test.oneway.Migrations.registry()))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "revision a1 (Create notes) of dev.retort.test.oneway.Migrations cannot be applied:"
                                + " upgrade of a1 failed at step 1 of 1\n");
    }

    @Test
    void stopsWhereARevisionCannotBeUndone() {
        RoundTrip.Result result = RoundTrip.check(sqlite(), dev.retort.test.oneway.Migrations.registry());

        assertThat(result.undone()).extracting(Revision::id).containsExactly("c1");
        assertThat(result.irreversible()).map(Revision::id).contains("b1");
    }

    @Test
    void refusesADatabaseThatIsInUse() {
        DataSource dataSource = sqlite();
        MigrationRegistry registry = dev.retort.test.good.Migrations.registry();
        Migrator.of(dataSource, registry).upgrade("a1");

        assertThatThrownBy(() -> RoundTrip.check(dataSource, registry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a round trip takes everything down: it starts in a database of its own, not in one that is"
                        + " at a1 (Create customers)");
        assertThat(Migrator.of(dataSource, registry).current())
                .extracting(Revision::id)
                .containsExactly("a1");
    }

    @Test
    void refusesARegistryWithoutRevisions() {
        assertThatThrownBy(() -> RoundTrip.check(sqlite(), new Empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("com.acme.Empty has no revisions: a build that fails leaves an empty registry behind");
    }

    @Test
    void aCatalogueTellsItemsAndWhatIsKnownOfThem() {
        Migrator migrator = Migrator.of(sqlite(), dev.retort.test.oneway.Migrations.registry());
        migrator.upgrade("a1");

        assertThat(migrator.catalogue())
                .containsExactly(
                        Map.entry("column notes.body", "varchar(2147483647) nullable"),
                        Map.entry("column notes.title", "varchar(20) nullable"),
                        Map.entry("table notes", ""));
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What a build that failed leaves behind. */
    private static final class Empty implements MigrationRegistry {
        @Override
        public String name() {
            return "com.acme.Empty";
        }

        @Override
        public List<String> dialects() {
            return List.of("sqlite");
        }

        @Override
        public List<Revision> revisions() {
            return List.of();
        }

        @Override
        public RevisionPlan plan(String revision) {
            throw new IllegalArgumentException(revision);
        }
    }
}
