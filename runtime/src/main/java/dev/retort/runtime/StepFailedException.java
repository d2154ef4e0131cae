package dev.retort.runtime;

import java.io.Serial;

/** A step of a revision failed. Nothing is recorded beyond what was done. */
public final class StepFailedException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String revision;
    private final int step;
    private final int steps;
    private final String text;

    StepFailedException(
            Direction direction, String revision, int step, int steps, String text, boolean whole, Exception cause) {
        super(
                direction.word() + " of " + revision + " failed at step " + step + " of " + steps,
                text + "\n" + cause,
                help(direction, step, whole),
                cause);
        this.revision = revision;
        this.step = step;
        this.steps = steps;
        this.text = text;
    }

    private static String help(Direction direction, int step, boolean whole) {
        if (whole) {
            return "the revision was rolled back as a whole; correct it and " + direction.word() + " again";
        }
        String done = step == 1 ? "no step of it is recorded" : "the steps before it are done and recorded";
        return done + "; correct this one, and the next " + direction.word() + " continues with it";
    }

    /** The id of the revision. */
    public String revision() {
        return revision;
    }

    /** Which step, counted from 1. */
    public int step() {
        return step;
    }

    /** How many steps the revision has. */
    public int steps() {
        return steps;
    }

    /** The SQL as it was run, or the name of the Java step. */
    public String text() {
        return text;
    }
}
