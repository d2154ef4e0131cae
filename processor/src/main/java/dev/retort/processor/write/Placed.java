package dev.retort.processor.write;

import dev.retort.processor.operation.Operation;

/**
 * A step and where it goes.
 *
 * @param rank within the phase
 */
record Placed(Phase phase, int rank, Step step) {

    /** Equal for what may be one step of several dialects. */
    Placed key() {
        return new Placed(phase, rank, step.key());
    }

    static Placed at(Phase phase, Operation operation) {
        return new Placed(phase, 0, new Step.Change(operation));
    }

    static Placed at(Phase phase, int rank, Operation operation) {
        return new Placed(phase, rank, new Step.Change(operation));
    }
}
