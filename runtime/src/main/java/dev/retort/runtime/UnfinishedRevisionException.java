package dev.retort.runtime;

import java.io.Serial;

/** A revision stopped halfway, on a database whose DDL commits, and this call cannot continue it. Nothing was changed. */
public final class UnfinishedRevisionException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String revision;

    private UnfinishedRevisionException(String revision, String sentence, String reason, String help) {
        super(sentence, reason, help);
        this.revision = revision;
    }

    static UnfinishedRevisionException notContinued(String revision, Direction unfinished, int stepsDone) {
        return new UnfinishedRevisionException(
                revision,
                "the " + unfinished.word() + " of " + revision + " is not finished",
                "it stopped after step " + stepsDone + ", and this call does not continue it",
                "finish it with " + unfinished.word() + " first");
    }

    static UnfinishedRevisionException edited(String revision, Direction unfinished, int stepsDone) {
        return new UnfinishedRevisionException(
                revision,
                "the " + unfinished.word() + " of " + revision + " cannot be continued",
                (stepsDone == 1 ? "its first step is" : "its first " + stepsDone + " steps are")
                        + " done, and no longer what was run",
                "restore what is done, and correct only the steps after it");
    }

    /** The id of the revision that is not finished. */
    public String revision() {
        return revision;
    }
}
