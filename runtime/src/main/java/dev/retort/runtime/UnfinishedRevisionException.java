package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** A revision stopped halfway, on a database whose DDL commits, and this call cannot continue it. Nothing was changed. */
public final class UnfinishedRevisionException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private UnfinishedRevisionException(HistoryRow row, String template, Object... facts) {
        super(List.of(row.revision), null, template, facts);
    }

    static UnfinishedRevisionException notContinued(HistoryRow row, Direction unfinished) {
        return new UnfinishedRevisionException(row, """
                the %s of %s is not finished
                  it stopped after step %s, and this call does not continue it
                  help: finish it with %s first""", unfinished, row.revision, row.stepsDone, unfinished);
    }

    static UnfinishedRevisionException edited(HistoryRow row, Direction unfinished) {
        return new UnfinishedRevisionException(row, """
                the %s of %s cannot be continued
                  it stopped after step %s, and what was run up to there has been edited since
                  help: restore what is done, and correct only the steps after it""", unfinished, row.revision, row.stepsDone);
    }

    /** The id of the revision that is not finished. */
    public String revision() {
        return names().get(0);
    }
}
