package dev.retort.demo;

/** Where a download stands. */
public enum JobStatus {
    QUEUED,
    RUNNING,
    DONE,
    FAILED
}
