package dev.retort.processor.finding;

/** How grave a finding is. */
public enum Severity {
    /** Stops the build. */
    ERROR,
    /** Shown; the build goes on. */
    WARNING
}
