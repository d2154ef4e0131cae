package dev.retort.demo;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** When a download that failed may be tried again. */
@Embeddable
public record RetryWindow(
        @Column(name = "retry_after") Instant after,
        @Column(name = "retry_until") Instant until) {}
