package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** No revision has the id that a target names. Nothing was changed. */
public final class UnknownTargetException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String[] candidates;

    UnknownTargetException(String target, List<String> candidates) {
        super(
                "no revision matches target " + target,
                candidates.isEmpty() ? "no id comes near it" : "near it are " + Words.list(candidates),
                "name head, heads, base, an id or the beginning of one");
        this.candidates = candidates.toArray(String[]::new);
    }

    /** Targets that come near, the nearest first; may be empty. */
    public List<String> candidates() {
        return List.of(candidates);
    }
}
