package dev.retort.processor.diff;

import dev.retort.processor.operation.Operation;
import java.util.List;

/**
 * A table, column or sequence that has gone, and a new one that could be the same under another name.
 *
 * @param from as {@code -Aretort.rename} names it
 * @param to as {@code -Aretort.rename} names it
 * @param operations what keeps the rows
 */
public record RenameCandidate(String from, String to, List<Operation> operations) {

    public RenameCandidate {
        operations = List.copyOf(operations);
    }

    /** The value of the option that chooses it. */
    public String option() {
        return from + ":" + to;
    }

    /** Whether only one of the two can be. */
    public boolean excludes(RenameCandidate other) {
        return !option().equals(other.option()) && (from.equals(other.from) || to.equals(other.to));
    }
}
