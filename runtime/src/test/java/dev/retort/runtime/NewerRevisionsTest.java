package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program that meets a database that a newer one has migrated. */
class NewerRevisionsTest {

    @TempDir
    Path directory;

    private static TestRegistry older() {
        return TestRegistry.empty()
                .revision("a")
                .up("create table t (i integer)")
                .down("drop table t")
                .revision("b", "a")
                .up("create table u (i integer)")
                .down("drop table u");
    }

    private static TestRegistry newer() {
        return older().revision("c", "b")
                .up("create table v (i integer)")
                .revision("d", "c", "b")
                .up("create table w (i integer)");
    }

    private static void assertRefused(ThrowingCallable call, String... unknown) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UnknownRevisionException.class,
                        e -> assertThat(e.revisions()).containsExactly(unknown));
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedUnlessAllowed(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        Migrator.of(database.dataSource(), newer()).upgrade();
        Migrator strict = Migrator.of(database.dataSource(), older());
        assertRefused(strict::upgrade, "c", "d");
        assertRefused(strict::current, "c", "d");
        Migrator tolerant = strict.allowingNewerRevisions();
        assertThat(tolerant.upgrade().revisions()).isEmpty();
        assertThat(tolerant.pending()).isEmpty();
        assertThat(tolerant.current()).extracting(Revision::id).containsExactly("b");
        assertThat(tolerant.history()).hasSize(2);
        assertRefused(() -> tolerant.downgrade("a"), "c", "d");
        assertThat(tolerant.downgrade("head").revisions()).isEmpty();
        assertThat(database.recorded()).containsExactly("a", "b", "c", "d");
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWhenTheyDoNotDescend(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        Migrator.of(database.dataSource(), newer()).upgrade();
        Migrator tolerant = Migrator.of(database.dataSource(), older())
                .allowingNewerRevisions()
                .withLockTimeout(java.time.Duration.ZERO);
        for (String revises : new String[] {"null", "''", "'gone'", "'b,gone'"}) {
            database.execute("update retort_history set revises = " + revises + " where revision = 'c'");
            assertRefused(tolerant::upgrade, "c", "d");
        }
        database.execute("update retort_history set revises = 'b', unfinished_direction = 'upgrade', steps_done = 1"
                + " where revision = 'c'");
        assertRefused(tolerant::upgrade, "c", "d");
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWhenThereIsSomethingToDo(TestDatabase.Family family) throws Exception {
        TestDatabase database = family.in(directory);
        Migrator.of(database.dataSource(), newer()).upgrade();
        TestRegistry other = older().revision("e", "b").up("create table x (i integer)");
        assertRefused(Migrator.of(database.dataSource(), other).allowingNewerRevisions()::upgrade, "c", "d");
        assertThat(database.recorded()).containsExactly("a", "b", "c", "d");
    }
}
