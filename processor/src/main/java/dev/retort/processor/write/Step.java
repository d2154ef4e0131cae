package dev.retort.processor.write;

import dev.retort.processor.operation.Operation;

/** One statement of a body. */
sealed interface Step {

    record Change(Operation operation) implements Step {}

    /**
     * SQL with a gap that a developer has to fill: a variable that does not exist, so that nothing compiles before.
     *
     * @param variable what the gap is called
     * @param comment what to choose, in one or more lines
     */
    record Choice(String variable, String comment, String before, String after) implements Step {}
}
