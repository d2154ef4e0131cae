package dev.retort.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Finds out what users want, and downloads it. */
public final class DownloadService {

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final SessionFactory sessions;

    public DownloadService(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Fetches one episode; false when that did not work out. */
    @FunctionalInterface
    public interface Download {
        boolean attempt(DownloadJob job);
    }

    /** A job as users see it. */
    public record JobLine(long id, JobStatus status, int attempts, String fileName, String requestedBy) {}

    public void addUser(String userName, Provider... follows) {
        sessions.inTransaction(session -> {
            UserPreferences preferences = new UserPreferences(userName);
            for (Provider provider : follows) {
                preferences.follow(session.merge(provider));
            }
            session.persist(preferences);
        });
    }

    /** The provider of that slug, added if it is new. */
    public Provider provider(String slug, String name) {
        return sessions.fromTransaction(session -> session.createSelectionQuery(
                        "from Provider where slug = :slug", Provider.class)
                .setParameter("slug", slug)
                .uniqueResultOptional()
                .orElseGet(() -> {
                    Provider provider = new Provider(slug, name);
                    session.persist(provider);
                    return provider;
                }));
    }

    public boolean hasUser(String userName) {
        return sessions.fromTransaction(session -> session.find(UserPreferences.class, userName) != null);
    }

    public void addEpisode(Provider provider, String title, Instant publishedAt, Long sizeBytes) {
        sessions.inTransaction(session -> {
            Set<String> taken = new TreeSet<>(session.createSelectionQuery(
                            "select fileName from Episode where provider = :provider", String.class)
                    .setParameter("provider", provider)
                    .getResultList());
            session.persist(new Episode(provider, title, FileNames.free(title, taken), publishedAt, sizeBytes));
        });
    }

    /** A job for each episode of the providers a user follows, as far as there is none. Returns how many that were. */
    public int requestMissing(String userName, Instant now) {
        return sessions.fromTransaction(session -> {
            UserPreferences user = session.find(UserPreferences.class, userName);
            List<Episode> missing = session.createSelectionQuery("""
                            from Episode e
                            where e.provider in (select p from UserPreferences u join u.followed p where u = :user)
                              and not exists (select 1 from DownloadJob j where j.episode = e)
                            order by e.publishedAt""", Episode.class)
                    .setParameter("user", user)
                    .getResultList();
            missing.forEach(episode -> session.persist(new DownloadJob(episode, user, now)));
            return missing.size();
        });
    }

    /** Takes the job that has waited longest, if there is one, and tries it. */
    public Optional<JobLine> work(Download download, Instant now) {
        return sessions.fromTransaction(session -> session.createSelectionQuery(
                        "from DownloadJob where status = :status order by attempts, requestedAt, id", DownloadJob.class)
                .setParameter("status", JobStatus.QUEUED)
                .setMaxResults(1)
                .uniqueResultOptional()
                .map(job -> {
                    job.start();
                    if (download.attempt(job)) {
                        job.finish();
                    } else {
                        job.fail(now, new RetryWindow(now.plus(PAUSE), now.plus(PATIENCE)));
                    }
                    return line(job);
                }));
    }

    public List<JobLine> jobs() {
        return sessions.fromTransaction(DownloadService::lines);
    }

    private static List<JobLine> lines(Session session) {
        return session.createSelectionQuery("from DownloadJob j join fetch j.episode order by j.id", DownloadJob.class)
                .getResultStream()
                .map(DownloadService::line)
                .toList();
    }

    private static JobLine line(DownloadJob job) {
        String requestedBy =
                job.getRequestedBy() == null ? "nobody" : job.getRequestedBy().getUserName();
        return new JobLine(
                job.getId(),
                job.getStatus(),
                job.getAttempts(),
                job.getEpisode().getFileName(),
                requestedBy);
    }
}
