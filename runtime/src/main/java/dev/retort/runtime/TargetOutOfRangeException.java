package dev.retort.runtime;

import java.io.Serial;

/** A relative target goes further than there are revisions. Nothing was changed. */
public final class TargetOutOfRangeException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int available;

    TargetOutOfRangeException(String target, int available, String where) {
        super(
                "target " + target + " goes too far",
                (available == 1 ? "1 revision is " : available + " revisions are ") + where,
                "take at most " + available + (available == 1 ? " step" : " steps"));
        this.available = available;
    }

    /** How many steps there are. */
    public int available() {
        return available;
    }
}
