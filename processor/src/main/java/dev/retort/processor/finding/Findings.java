package dev.retort.processor.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects the findings of a stage in the order they are made. Not safe for several threads. */
public final class Findings {
    private final List<Finding> findings = new ArrayList<>();

    /** Unless the code at its place silences it. */
    public void add(Finding finding) {
        if (!Silence.covers(finding)) {
            findings.add(finding);
        }
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    public List<Finding> all() {
        return Collections.unmodifiableList(findings);
    }
}
