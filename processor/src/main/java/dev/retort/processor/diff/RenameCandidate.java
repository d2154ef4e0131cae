package dev.retort.processor.diff;

import dev.retort.processor.operation.Operation;

/**
 * A table or column that has gone, and a new one that could be the same under another name.
 *
 * @param from as {@code -Aretort.rename} names it
 * @param to as {@code -Aretort.rename} names it
 */
public record RenameCandidate(String from, String to, Operation rename) {

    /** The value of the option that chooses it. */
    public String option() {
        return from + ":" + to;
    }
}
