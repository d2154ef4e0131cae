package dev.retort.commands.compile;

import dev.retort.commands.Finding;
import java.util.List;

/**
 * What a compilation told. Immutable.
 *
 * @param findings in the order they were made
 * @param failures why migrations could not be looked at: errors of the code that are javac's own to tell, with their
 *     places, and what the processor failed in
 * @param notes facts that are no findings
 * @param written what was written into the sources
 * @param registries the qualified names of those that would be generated; none where Retort had nothing to do, or did not run
 */
public record Outcome(
        List<Finding> findings,
        List<String> failures,
        List<String> notes,
        List<Written> written,
        List<String> registries) {

    public Outcome {
        findings = List.copyOf(findings);
        failures = List.copyOf(failures);
        notes = List.copyOf(notes);
        written = List.copyOf(written);
        registries = List.copyOf(registries);
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }
}
