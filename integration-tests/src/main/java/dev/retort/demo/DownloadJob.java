package dev.retort.demo;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** One download of one episode, from the request to its end. */
@Entity
@Table(
        name = "download_jobs",
        indexes = @Index(name = "ix_download_jobs_queue", columnList = "status, requested_at"),
        check = @CheckConstraint(name = "ck_download_jobs_attempts", constraint = "attempts >= 0"))
public class DownloadJob {

    @Id
    @GeneratedValue
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "episode_id", foreignKey = @ForeignKey(name = "fk_download_jobs_episode"))
    private Episode episode;

    /** Null once the user has left. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "requested_by", foreignKey = @ForeignKey(name = "fk_download_jobs_requested_by"))
    @OnDelete(action = OnDeleteAction.SET_NULL)
    private UserPreferences requestedBy;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private JobStatus status = JobStatus.QUEUED;

    private int attempts;

    @Column(nullable = false)
    private Instant requestedAt;

    /** Null while nothing has failed. */
    @Embedded
    private RetryWindow retryWindow;

    @Version
    private int version;

    protected DownloadJob() {}

    public DownloadJob(Episode episode, UserPreferences requestedBy, Instant requestedAt) {
        this.episode = episode;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
    }

    public void start() {
        status = JobStatus.RUNNING;
        attempts++;
    }

    public void finish() {
        status = JobStatus.DONE;
        retryWindow = null;
    }

    /** Queued again, until the window closes. */
    public void fail(Instant now, RetryWindow next) {
        if (retryWindow == null) {
            retryWindow = next;
        } else {
            retryWindow = new RetryWindow(next.after(), retryWindow.until());
        }
        status = now.isBefore(retryWindow.until()) ? JobStatus.QUEUED : JobStatus.FAILED;
    }

    public Long getId() {
        return id;
    }

    public Episode getEpisode() {
        return episode;
    }

    public UserPreferences getRequestedBy() {
        return requestedBy;
    }

    public JobStatus getStatus() {
        return status;
    }

    public int getAttempts() {
        return attempts;
    }

    public Instant getRequestedAt() {
        return requestedAt;
    }

    public RetryWindow getRetryWindow() {
        return retryWindow;
    }

    public int getVersion() {
        return version;
    }
}
