package dev.retort.demo;

import dev.retort.demo.DownloadService.JobLine;
import dev.retort.runtime.HistoryEntry;
import dev.retort.runtime.MigrationResult;
import dev.retort.runtime.Migrator;
import dev.retort.runtime.Revision;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;

/** Migrates {@code $DATA_DIR/jobs.db} ({@code data/jobs.db} without the variable), then works on it for a moment. */
public final class DemoApplication {

    /** What they say is printed, or not to the point here. Kept in a field: a logger that nobody holds loses its level. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("dev.retort"), Logger.getLogger("org.hibernate"));

    private final PrintStream out;

    private DemoApplication(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("org.jboss.logging.provider", "jdk");
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        String directory = System.getenv().getOrDefault("DATA_DIR", "data");
        Path file = Files.createDirectories(Path.of(directory)).resolve("jobs.db");
        new DemoApplication(System.out).run(file);
    }

    private void run(Path file) {
        DataSource dataSource = JobsDatabase.sqlite(file);
        Migrator migrator = JobsDatabase.migrator(dataSource);
        out.println("Database " + file);
        section("upgrade");
        print(migrator.upgrade());
        try (SessionFactory sessions = JobsDatabase.sqliteSessions(dataSource)) {
            section("downloads");
            download(new DownloadService(sessions));
        }
        section("current");
        List<Revision> heads = migrator.heads();
        for (Revision revision : migrator.current()) {
            out.println("  " + title(revision) + (heads.contains(revision) ? "  (head)" : ""));
        }
        section("history");
        migrator.history().forEach(this::print);
    }

    private void section(String name) {
        out.println();
        out.println(name);
    }

    private void print(MigrationResult result) {
        result.revisions().forEach(completed -> out.println("  " + title(completed.revision())));
        int applied = result.revisions().size();
        out.println(
                applied == 0 ? "  nothing to apply" : "  applied " + applied + " revision" + (applied == 1 ? "" : "s"));
    }

    private void download(DownloadService service) {
        Instant now = Instant.now();
        if (!service.hasUser("ada")) {
            Provider radio = service.provider("radio-nord", "Radio Nord");
            service.addEpisode(radio, "Überfahrt, Teil 1", Instant.parse("2026-03-02T06:00:00Z"), 48_120_000L);
            service.addEpisode(radio, "Überfahrt, Teil 2", Instant.parse("2026-03-09T06:00:00Z"), 3_221_225_472L);
            service.addEpisode(radio, "Der Leuchtturm", Instant.parse("2026-03-16T06:00:00Z"), null);
            service.addUser("ada", radio);
        }
        out.println("  " + service.requestMissing("ada", now) + " jobs requested");
        service.work(DemoApplication::patchyLine, now).ifPresent(this::tried);
        service.work(DemoApplication::patchyLine, now).ifPresent(this::tried);
        for (JobLine job : service.jobs()) {
            out.printf(
                    Locale.ROOT,
                    "  #%d  %-6s  %d attempt%s  %-20s  for %s%n",
                    job.id(),
                    job.status(),
                    job.attempts(),
                    job.attempts() == 1 ? " " : "s",
                    job.fileName(),
                    job.requestedBy());
        }
    }

    private void tried(JobLine job) {
        out.println("  #" + job.id() + (job.status() == JobStatus.DONE ? " downloaded" : " failed, to be tried again"));
    }

    /** Stands in for the network: large files do not come through at the first attempt. */
    private static boolean patchyLine(DownloadJob job) {
        Long size = job.getEpisode().getSizeBytes();
        return size == null || size < Integer.MAX_VALUE || job.getAttempts() > 1;
    }

    private void print(HistoryEntry entry) {
        Revision revision = entry.revision();
        String status = entry.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String revises =
                revision.revises().isEmpty() ? "the first" : "revises " + String.join(", ", revision.revises());
        out.printf(Locale.ROOT, "  %s  %s  %-38s  %s%n", status, revision.id(), revision.message(), revises);
    }

    private static String title(Revision revision) {
        return revision.id() + "  " + revision.message();
    }
}
