package dev.retort.processor.write;

import java.util.List;

/** A step and the dialects that it is for, all or some. */
record PlannedStep(Step step, List<String> dialects) {

    PlannedStep {
        dialects = List.copyOf(dialects);
    }
}
