package dev.retort.demo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Something that can be downloaded. */
@Entity
@Table(
        name = "episodes",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_episodes_file_name",
                        columnNames = {"provider_id", "file_name"}),
        indexes = @Index(name = "ix_episodes_published_at", columnList = "published_at"))
public class Episode {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "provider_id", foreignKey = @ForeignKey(name = "fk_episodes_provider"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    private Provider provider;

    @Column(nullable = false, length = 200)
    private String title;

    /** Made of the title, without what file systems dislike. */
    @Column(nullable = false, length = 80)
    private String fileName;

    @Column(nullable = false)
    private Instant publishedAt;

    /** Null while nobody has asked the provider. */
    private Long sizeBytes;

    protected Episode() {}

    public Episode(Provider provider, String title, String fileName, Instant publishedAt, Long sizeBytes) {
        this.provider = provider;
        this.title = title;
        this.fileName = fileName;
        this.publishedAt = publishedAt;
        this.sizeBytes = sizeBytes;
    }

    public Integer getId() {
        return id;
    }

    public Provider getProvider() {
        return provider;
    }

    public String getTitle() {
        return title;
    }

    public String getFileName() {
        return fileName;
    }

    public Instant getPublishedAt() {
        return publishedAt;
    }

    public Long getSizeBytes() {
        return sizeBytes;
    }
}
