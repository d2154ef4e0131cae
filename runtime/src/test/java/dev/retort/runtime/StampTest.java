package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases that were made in another way, and what is found when one is looked at. */
class StampTest {

    @TempDir
    Path directory;

    private static String stored(TestDatabase.Family family, String item) {
        return family == TestDatabase.Family.H2
                ? item.replace("users", "USERS").replace(".id", ".ID").replace(".name", ".NAME")
                : item;
    }

    private static TestRegistry registry(TestDatabase.Family family) {
        return TestRegistry.empty()
                .revision("a")
                .up("create table users (id bigint not null)")
                .down("drop table users")
                .catalogue(stored(family, "+table users\t"), stored(family, "+column users.id\tbigint not null"))
                .revision("b", "a")
                .up("alter table users add column name varchar(80)")
                .down("alter table users drop column name")
                .catalogue(stored(family, "+column users.name\t* nullable"))
                .revision("c", "b")
                .up("alter table users drop column name")
                .catalogue(stored(family, "-column users.name"));
    }

    private static Migrator migrator(TestDatabase.Family family, TestDatabase database) {
        return Migrator.of(database.dataSource(), registry(family));
    }

    @ParameterizedTest
    @EnumSource
    void adoptsADatabaseThatIsAsItShouldBe(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        database.execute("create table users (id bigint not null, name varchar(80))", "create table other (i integer)");
        Migrator migrator = migrator(family, database);
        migrator.stamp("b");
        assertThat(migrator.current()).extracting(Revision::id).containsExactly("b");
        HistoryEntry adopted = migrator.history().get(0);
        assertThat(adopted.status()).isEqualTo(HistoryEntry.Status.APPLIED);
        assertThat(adopted.appliedAt()).isPresent();
        assertThat(adopted.appliedBy()).contains(family.user());
        assertThat(adopted.duration()).isEmpty();
        assertThat(migrator.upgrade().revisions())
                .extracting(completed -> completed.revision().id())
                .containsExactly("c");
        assertThat(migrator.verify().missing()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesADatabaseThatIsNot(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        database.execute("create table users (id integer)");
        Migrator migrator = migrator(family, database);
        String integer = family == TestDatabase.Family.MARIADB ? "int" : "integer";
        assertThatThrownBy(() -> migrator.stamp("b"))
                .isInstanceOfSatisfying(
                        CatalogueMismatchException.class,
                        e -> assertThat(e.differences())
                                .containsExactly(
                                        stored(family, "no column users.name"),
                                        stored(
                                                family,
                                                "column users.id is " + integer + " nullable, not bigint not null")))
                .hasMessageStartingWith("the database is not as an upgrade to b leaves it\n  no column");
        assertThat(database.retortTables()).doesNotContain("retort_history");

        migrator.stampUnverified("b");
        assertThat(migrator.current()).extracting(Revision::id).containsExactly("b");
    }

    @ParameterizedTest
    @EnumSource
    void goesBackToTheBaseAndForgets(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        Migrator migrator = migrator(family, database);
        migrator.upgrade("b");
        database.execute("insert into retort_history (revision, checksum) values ('unknown', '1')");
        assertThatThrownBy(() -> migrator.stamp("a")).isInstanceOf(UnknownRevisionException.class);
        migrator.stampUnverified("a");
        assertThat(database.recorded()).containsExactly("a");
        migrator.stamp("base");
        assertThat(database.recorded()).isEmpty();
        assertThatThrownBy(() -> migrator.stamp("+1")).isInstanceOf(InvalidTargetException.class);
        assertThatThrownBy(() -> migrator.stamp("nowhere")).isInstanceOf(UnknownTargetException.class);
    }

    @ParameterizedTest
    @EnumSource
    void acceptsWhatWasEditedAndWhatStoppedHalfway(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        Migrator migrator = migrator(family, database);
        migrator.upgrade("b");
        database.execute(
                "update retort_history set checksum = 'edited' where revision = 'a'",
                "update retort_history set unfinished_direction = 'upgrade', steps_done = 1 where revision = 'b'");
        assertThatThrownBy(migrator::upgrade).isInstanceOf(MigrationException.class);
        migrator.stamp("b");
        assertThat(migrator.upgrade().revisions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void findsWhatOthersChanged(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        Migrator migrator = migrator(family, database);
        migrator.upgrade("b");
        assertThat(migrator.verify()).isEqualTo(new Verification(List.of(), List.of(), List.of()));
        assertThat(migrator.verify().isClean()).isTrue();
        database.execute(
                "alter table users drop column name",
                "alter table users add column age integer default 7",
                "create index ix_users_age on users (age)",
                "create table other (i integer)",
                "create view seniors as select id from users where age > 70");
        Verification found = migrator.verify();
        assertThat(found.missing()).containsExactly(stored(family, "column users.name"));
        assertThat(found.different()).isEmpty();
        assertThat(found.unexpected().stream().map(item -> item.toLowerCase(Locale.ROOT)))
                .containsExactly(
                        "column users.age",
                        "default of users.age",
                        "index ix_users_age of users",
                        "table other",
                        "view seniors");
        assertThat(found.isClean()).isFalse();
        database.execute("drop view seniors", "drop table users");
        assertThat(migrator.verify().missing()).containsExactly(stored(family, "table users"));
    }
}
