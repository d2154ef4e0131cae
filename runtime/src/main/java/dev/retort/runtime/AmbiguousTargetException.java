package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** A target leads to several revisions. Nothing was changed. */
public final class AmbiguousTargetException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    AmbiguousTargetException(String target, List<String> candidates) {
        super(candidates, null, """
                target %s is ambiguous
                  it leads to %s
                  help: name one of these""", target, list(", ", candidates));
    }

    /** The ids of all of them, in registry order. */
    public List<String> candidates() {
        return names();
    }
}
