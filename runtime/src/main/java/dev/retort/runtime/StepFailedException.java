package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** A step of a revision failed. Nothing is recorded beyond what was done. */
public final class StepFailedException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int step;
    private final int steps;

    StepFailedException(
            Direction direction, String revision, int step, int steps, String text, boolean whole, Exception cause) {
        super(
                List.of(revision, text),
                cause,
                """
                %s of %s failed at step %s of %s
                  %s
                  %s
                  help: %s; correct it, and %s again""",
                direction,
                revision,
                step,
                steps,
                text,
                cause,
                whole
                        ? "the revision was rolled back as a whole"
                        : step == 1 ? "no step of it is recorded" : "the steps before are recorded, and not run again",
                direction);
        this.step = step;
        this.steps = steps;
    }

    /** The id of the revision. */
    public String revision() {
        return names().get(0);
    }

    /** The SQL as it was run, or the name of the Java step. */
    public String text() {
        return names().get(1);
    }

    /** Which step, counted from 1. */
    public int step() {
        return step;
    }

    /** How many steps the revision has. */
    public int steps() {
        return steps;
    }
}
