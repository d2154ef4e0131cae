package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** No revision has the id that a target names. Nothing was changed. */
public final class UnknownTargetException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnknownTargetException(String target, List<String> candidates) {
        super(
                candidates,
                null,
                """
                no revision matches target %s
                  %s
                  help: name head, heads, base, an id or the beginning of one""",
                target,
                candidates.isEmpty() ? "no id comes near it" : "near it: " + list(", ", candidates));
    }

    /** Targets that come near, the nearest first; may be empty. */
    public List<String> candidates() {
        return names();
    }
}
