package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a call would run, and what a listener hears while it does. */
class ProgressTest {

    @TempDir
    Path directory;

    private final List<String> heard = new ArrayList<>();

    private final MigrationListener listener = new MigrationListener() {
        @Override
        public void started(String revision, int step, int steps, String text) {
            heard.add(revision + " " + step + "/" + steps + " " + text);
        }

        @Override
        public void completed(MigrationResult.Completed revision) {
            heard.add(revision.revision().id() + " completed");
        }
    };

    private Migrator migrator(TestDatabase.Family family) throws Exception {
        return Migrator.of(family.in(directory).dataSource(), Shop.registry()).withListener(listener);
    }

    @Test
    void tellsEachStepAndEachRevision() throws Exception {
        Migrator migrator = migrator(TestDatabase.Family.SQLITE);
        migrator.upgrade("left");
        assertThat(heard)
                .containsExactly(
                        "start 1/2 create table users (id integer not null, name varchar(40), constraint pk_users primary key (id))",
                        "start 2/2 create index ix_users_name on users (name)",
                        "start completed",
                        "left 1/1 alter table users add column age integer",
                        "left completed");
        heard.clear();
        migrator.upgrade("left");
        assertThat(heard).isEmpty();
        migrator.downgrade("-1");
        assertThat(heard).containsExactly("left 1/1 alter table users drop column age", "left completed");
    }

    @Test
    void tellsStepsThatCommitByThemselves() throws Exception {
        migrator(TestDatabase.Family.H2).upgrade("start");
        assertThat(heard)
                .containsExactly(
                        "start 1/2 create table users (id integer not null, name varchar(40), constraint pk_users primary key (id))",
                        "start 2/2 create index ix_users_name on users (name)",
                        "start completed");
    }

    @Test
    void foretellsWhatWouldRunAndRunsNothing() throws Exception {
        Migrator migrator = migrator(TestDatabase.Family.SQLITE);
        assertThat(migrator.upgradePath("merge"))
                .extracting(Revision::id)
                .containsExactly("start", "left", "right", "merge");
        assertThat(migrator.upgradePath("+1")).extracting(Revision::id).containsExactly("start");
        assertThat(migrator.current()).isEmpty();
        migrator.upgrade();
        assertThat(migrator.upgradePath("heads")).isEmpty();
        assertThat(migrator.downgradePath("start"))
                .extracting(Revision::id)
                .containsExactly("fill", "merge", "right", "left");
        assertThat(migrator.current()).extracting(Revision::id).containsExactly("fill");
        assertThatThrownBy(() -> migrator.downgradePath("+1")).isInstanceOf(InvalidTargetException.class);
    }

    @Test
    void namesRevisionsWithoutADatabase() {
        Migrator migrator = Migrator.of(UNREACHABLE, Shop.registry());
        assertThat(migrator.revisions("merge"))
                .extracting(Revision::id)
                .containsExactly("start", "left", "right", "merge");
        assertThat(migrator.revisions("head-1"))
                .extracting(Revision::id)
                .containsExactly("start", "left", "right", "merge");
        assertThat(migrator.revisions("base")).isEmpty();
        assertThatThrownBy(() -> migrator.revisions("nowhere")).isInstanceOf(UnknownTargetException.class);
    }

    private static final DataSource UNREACHABLE = new RecordingDataSource(() -> {
        throw new AssertionError("connected");
    });
}
