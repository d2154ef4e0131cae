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
        List<Integer> missing = sessions.fromTransaction(session -> session.createSelectionQuery("""
                        select e.id from UserPreferences u join u.followed p join Episode e on e.provider = p
                        where u.userName = :userName
                          and not exists (select 1 from DownloadJob j where j.episode = e)
                        order by e.publishedAt""", Integer.class)
                .setParameter("userName", userName)
                .getResultList());
        // A transaction that has read nothing yet: on SQLite, Hibernate draws ids over a second connection, and the
        // locks of a first one that has read would keep it from writing.
        sessions.inTransaction(session -> {
            UserPreferences user = session.getReference(UserPreferences.class, userName);
            missing.forEach(episode ->
                    session.persist(new DownloadJob(session.getReference(Episode.class, episode), user, now)));
        });
        return missing.size();
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
