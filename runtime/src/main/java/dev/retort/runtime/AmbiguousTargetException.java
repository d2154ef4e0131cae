package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** A target leads to several revisions. Nothing was changed. */
public final class AmbiguousTargetException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String[] candidates;

    AmbiguousTargetException(String target, List<String> candidates) {
        super("target " + target + " is ambiguous", "it leads to " + Words.list(candidates), "name one of these");
        this.candidates = candidates.toArray(String[]::new);
    }

    /** The ids of all of them, in registry order. */
    public List<String> candidates() {
        return List.of(candidates);
    }
}
