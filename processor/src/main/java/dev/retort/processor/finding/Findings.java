package dev.retort.processor.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects the findings of a stage in the order they are made. Not safe for several threads. */
public final class Findings {
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> stops = new ArrayList<>();

    /** Unless the code at its place silences it. */
    public void add(Finding finding) {
        if (!Silence.covers(finding)) {
            findings.add(finding);
        }
    }

    /** A fact that is no finding. */
    public void note(String fact) {
        notes.add(fact);
    }

    /** What ends the build and is no finding: nothing is wrong with the code. */
    public void stop(String reason) {
        stops.add(reason);
    }

    public boolean hasErrors() {
        return !stops.isEmpty() || findings.stream().anyMatch(Finding::isError);
    }

    public List<Finding> all() {
        return Collections.unmodifiableList(findings);
    }

    List<String> notes() {
        return Collections.unmodifiableList(notes);
    }

    List<String> stops() {
        return Collections.unmodifiableList(stops);
    }
}
