package dev.retort.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.demo.DemoDatabase.Kind;
import dev.retort.demo.DownloadService.JobLine;
import dev.retort.demo.db.migrations.JobsMigrations;
import dev.retort.runtime.HistoryEntry;
import dev.retort.runtime.MigrationResult;
import dev.retort.runtime.Revision;
import dev.retort.test.RoundTrip;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demo's migrations and entities on SQLite and H2. */
class DemoTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void goesUpAndDownAndUpAgain(Kind kind) throws SQLException {
        DemoDatabase database = DemoDatabase.in(directory, kind);
        database.migrator().upgrade("1f4c8a02b9d3");
        database.migrator().downgrade("base");
        List<String> base = database.catalogue();
        assertThat(base)
                .filteredOn(line -> line.startsWith("object") || line.startsWith("TABLES"))
                .isNotEmpty()
                .allMatch(line -> line.toLowerCase(Locale.ROOT).contains("name=retort_"));

        assertThat(ids(database.migrator().upgrade()))
                .containsExactlyInAnyOrder(
                        "1f4c8a02b9d3",
                        "6b20e7d5f18a",
                        "c93b1d6e04f7",
                        "4e7a90c2d6b1",
                        "8d15f3ab7c60",
                        "a2c6048e9f5d",
                        "e5908b3d71ca",
                        "0b7fd24c6e93",
                        "73e6c5a9108f",
                        "5ad83f107eb4",
                        "f2169bc04d7e",
                        "d41a8e60f7b2");
        List<String> head = database.catalogue();
        assertThat(head)
                .anyMatch(line ->
                        line.contains("ck_download_jobs_attempts") || line.contains("CK_DOWNLOAD_JOBS_ATTEMPTS"));

        assertThat(database.migrator().downgrade("base").revisions()).hasSize(12);
        assertThat(database.migrator().current()).isEmpty();
        assertThat(database.catalogue()).isEqualTo(base);

        assertThat(database.migrator().upgrade().revisions()).hasSize(12);
        assertThat(database.catalogue()).isEqualTo(head);
    }

    @ParameterizedTest
    @EnumSource
    void comesBackFromEveryRevision(Kind kind) throws SQLException {
        DataSource dataSource = DemoDatabase.in(directory, kind).dataSource();
        // H2 closes a file that nobody is connected to, and opens it again for each call.
        try (Connection held = dataSource.getConnection()) {
            assertThat(RoundTrip.check(dataSource, JobsMigrations.registry()).undone())
                    .hasSize(12);
            assertThat(held.isClosed()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCatalogueShowsWhatChanged(Kind kind) throws SQLException {
        DemoDatabase database = DemoDatabase.in(directory, kind);
        database.migrator().upgrade();
        List<String> before = database.catalogue();

        database.execute("drop index ix_episodes_published_at");
        List<String> withoutIndex = database.catalogue();
        database.execute("alter table episodes add column notes varchar(20)");

        assertThat(withoutIndex).isNotEqualTo(before);
        assertThat(database.catalogue()).isNotEqualTo(withoutIndex);
    }

    @ParameterizedTest
    @EnumSource
    void eachRevisionCanBeUndoneAndDoneAgain(Kind kind) throws SQLException {
        DemoDatabase database = DemoDatabase.in(directory, kind);
        database.migrator().upgrade();
        for (String revision : List.of(
                "f2169bc04d7e",
                "5ad83f107eb4",
                "73e6c5a9108f",
                "0b7fd24c6e93",
                "4e7a90c2d6b1",
                "c93b1d6e04f7",
                "6b20e7d5f18a",
                "1f4c8a02b9d3")) {
            database.migrator().downgrade(revision);
            assertThat(database.migrator().current()).extracting(Revision::id).containsExactly(revision);
        }
        database.migrator().upgrade();
        assertThat(database.migrator().pending()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void takesTheBranchesInEitherOrder(Kind kind) throws SQLException {
        DemoDatabase database = DemoDatabase.in(directory, kind);
        database.migrator().upgrade("a2c6048e9f5d");
        assertThat(database.migrator().current()).extracting(Revision::id).containsExactly("a2c6048e9f5d");
        database.migrator().upgrade("8d15f3ab7c60");
        assertThat(database.migrator().current())
                .extracting(Revision::id)
                .containsExactlyInAnyOrder("8d15f3ab7c60", "a2c6048e9f5d");
        database.migrator().upgrade();
        assertThat(database.migrator().current()).extracting(Revision::id).containsExactly("d41a8e60f7b2");
    }

    @ParameterizedTest
    @EnumSource
    void appliesNothingTheSecondTime(Kind kind) {
        DemoDatabase database = DemoDatabase.in(directory, kind);
        database.migrator().upgrade();

        assertThat(database.migrator().upgrade().revisions()).isEmpty();
        assertThat(database.migrator().pending()).isEmpty();
        assertThat(database.migrator().history())
                .hasSize(12)
                .extracting(HistoryEntry::status)
                .containsOnly(HistoryEntry.Status.APPLIED);
    }

    @ParameterizedTest
    @EnumSource
    void hibernateStartsAtTheHead(Kind kind) {
        DemoDatabase database = DemoDatabase.in(directory, kind);
        database.migrator().upgrade();

        try (SessionFactory sessions = database.sessions()) {
            assertThat(sessions.isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void hibernateDoesNotStartBeforeTheHead(Kind kind) {
        DemoDatabase database = DemoDatabase.in(directory, kind);
        database.migrator().upgrade("73e6c5a9108f");

        assertThatThrownBy(database::sessions)
                .hasRootCauseInstanceOf(SchemaManagementException.class)
                .hasStackTraceContaining("missing column [version] in table [download_jobs]");
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatHibernateWrites(Kind kind) throws SQLException {
        DemoDatabase database = DemoDatabase.in(directory, kind);
        database.migrator().upgrade();
        Instant now = Instant.parse("2026-11-01T12:00:00Z");
        Instant published = Instant.parse("2026-03-02T06:00:00.123456Z");

        try (SessionFactory sessions = database.sessions()) {
            DownloadService service = new DownloadService(sessions);
            Provider radio = service.provider("radio-nord", "Radio Nord");
            service.addEpisode(radio, "Überfahrt!", published, 5_000_000_000L);
            service.addEpisode(radio, "Überfahrt?", published.plusSeconds(1), null);
            service.addUser("ada", radio, service.provider("hafenfunk", "Hafenfunk"));
            assertThat(service.requestMissing("ada", now)).isEqualTo(2);
            assertThat(service.work(job -> false, now))
                    .hasValueSatisfying(job ->
                            assertThat(job).isEqualTo(new JobLine(1, JobStatus.QUEUED, 1, "uberfahrt.mp3", "ada")));
        }

        try (SessionFactory sessions = database.sessions()) {
            DownloadService service = new DownloadService(sessions);
            assertThat(service.requestMissing("ada", now)).isZero();
            assertThat(service.jobs())
                    .containsExactly(
                            new JobLine(1, JobStatus.QUEUED, 1, "uberfahrt.mp3", "ada"),
                            new JobLine(2, JobStatus.QUEUED, 0, "uberfahrt-2.mp3", "ada"));
            sessions.inTransaction(session -> {
                DownloadJob job = session.find(DownloadJob.class, 1L);
                assertThat(job.getRequestedAt()).isEqualTo(now);
                assertThat(job.getRetryWindow())
                        .isEqualTo(new RetryWindow(
                                Instant.parse("2026-11-01T12:10:00Z"), Instant.parse("2026-11-02T12:00:00Z")));
                assertThat(job.getVersion()).isEqualTo(1);
                assertThat(job.getEpisode().getSizeBytes()).isEqualTo(5_000_000_000L);
                assertThat(job.getEpisode().getProvider().getName()).isEqualTo("Radio Nord");
                assertThat(job.getRequestedBy().getFollowed())
                        .extracting(Provider::getSlug)
                        .containsExactly("hafenfunk", "radio-nord");
                assertThat(job.getRequestedBy().getParallelDownloads()).isEqualTo(2);
                assertThat(job.getRequestedBy().isNotifyWhenDone()).isFalse();
                assertThat(session.find(DownloadJob.class, 2L).getRetryWindow()).isNull();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseEnforcesItsKeysAndChecks(Kind kind) throws SQLException {
        DemoDatabase database = DemoDatabase.in(directory, kind);
        database.migrator().upgrade();
        database.execute(
                "insert into providers (slug, name) values ('radio-nord', 'Radio Nord')",
                "insert into episodes (provider_id, title, file_name, published_at)"
                        + " values (1, 'Ebbe', 'ebbe.mp3', '2026-03-02 06:00:00')",
                "insert into user_preferences (user_name) values ('ada')",
                "insert into followed_providers (user_name, provider_id) values ('ada', 1)",
                "insert into download_jobs (id, episode_id, status, requested_at, requested_by)"
                        + " values (1, 1, 'QUEUED', '2026-03-02 07:00:00', 'ada')");

        assertThatThrownBy(() -> database.execute("insert into providers (slug, name) values ('radio-nord', 'Again')"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.execute("update download_jobs set attempts = -1"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.execute("update download_jobs set status = 'PAUSED'"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.execute("delete from episodes")).isInstanceOf(SQLException.class);

        database.execute("delete from user_preferences");
        assertThat(database.rows("select id, requested_by from download_jobs")).containsExactly("1 null");
        assertThat(database.rows("select user_name from followed_providers")).isEmpty();
        database.execute("delete from download_jobs", "delete from providers");
        assertThat(database.rows("select title from episodes")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void sqlTranslatesTheStatesOfOldJobs(Kind kind) throws SQLException {
        DemoDatabase database = DemoDatabase.in(directory, kind);
        database.migrator().upgrade("c93b1d6e04f7");
        database.execute(
                "insert into providers (slug, name) values ('radio-nord', 'Radio Nord')",
                "insert into episodes (provider_id, title, published_at) values (1, 'Ebbe', '2026-03-02 06:00:00')",
                job(1, "new"),
                job(2, "active"),
                job(3, "ok"),
                job(4, "error"),
                job(5, "no idea"));

        database.migrator().upgrade("4e7a90c2d6b1");
        assertThat(database.rows("select id, status from download_jobs order by id"))
                .containsExactly("1 QUEUED", "2 RUNNING", "3 DONE", "4 FAILED", "5 FAILED");

        database.migrator().downgrade("c93b1d6e04f7");
        assertThat(database.rows("select id, state from download_jobs order by id"))
                .containsExactly("1 new", "2 active", "3 ok", "4 error", "5 error");

        database.migrator().upgrade();
        assertThat(database.rows("select id, status, attempts, version from download_jobs order by id"))
                .containsExactly("1 QUEUED 0 0", "2 RUNNING 0 0", "3 DONE 0 0", "4 FAILED 0 0", "5 FAILED 0 0");
    }

    private static String job(int id, String state) {
        return "insert into download_jobs (id, episode_id, state, requested_at) values (" + id + ", 1, '" + state
                + "', '2026-03-02 07:00:00')";
    }

    @ParameterizedTest
    @EnumSource
    void javaNamesTheFilesOfOldEpisodes(Kind kind) throws SQLException {
        DemoDatabase database = DemoDatabase.in(directory, kind);
        database.migrator().upgrade("e5908b3d71ca");
        database.execute(
                "insert into providers (slug, name) values ('radio-nord', 'Radio Nord')",
                "insert into providers (slug, name) values ('hafenfunk', 'Hafenfunk')",
                episode(1, "Überfahrt, Teil 1"),
                episode(1, "überfahrt - teil 1"),
                episode(2, "Überfahrt, Teil 1"),
                episode(2, "???"));

        database.migrator().upgrade();

        assertThat(database.rows("select id, provider_id, file_name from episodes order by id"))
                .containsExactly(
                        "1 1 uberfahrt-teil-1.mp3",
                        "2 1 uberfahrt-teil-1-2.mp3",
                        "3 2 uberfahrt-teil-1.mp3",
                        "4 2 episode.mp3");
    }

    private static String episode(int provider, String title) {
        return "insert into episodes (provider_id, title, published_at) values (" + provider + ", '" + title
                + "', '2026-03-02 06:00:00')";
    }

    private static List<String> ids(MigrationResult result) {
        return result.revisions().stream()
                .map(completed -> completed.revision().id())
                .toList();
    }
}
