package dev.retort.demo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** Where episodes come from. */
@Entity
@Table(name = "providers", uniqueConstraints = @UniqueConstraint(name = "uq_providers_slug", columnNames = "slug"))
public class Provider {

    /** No Long: SQLite numbers rows by itself in a column of type integer only, and there Hibernate's validation insists on it. */
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    /** What users and file names call it. */
    @Column(nullable = false, length = 40)
    private String slug;

    @Column(nullable = false, length = 120)
    private String name;

    protected Provider() {}

    public Provider(String slug, String name) {
        this.slug = slug;
        this.name = name;
    }

    public Integer getId() {
        return id;
    }

    public String getSlug() {
        return slug;
    }

    public String getName() {
        return name;
    }
}
