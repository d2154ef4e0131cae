package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** A script was asked for that leads through a revision with a step in Java. */
public final class UnscriptableRevisionException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnscriptableRevisionException(String revision, String step) {
        super(List.of(revision), null, """
                %s has a step in Java, which no script can hold
                  %s
                  help: write scripts up to it and from it, and apply the revision itself with a program""", revision, step);
    }

    /** The id of the revision. */
    public String revision() {
        return names().get(0);
    }
}
