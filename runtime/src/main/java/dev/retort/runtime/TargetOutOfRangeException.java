package dev.retort.runtime;

import java.io.Serial;

/** A relative target goes further than there are revisions. Nothing was changed. */
public final class TargetOutOfRangeException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int available;

    TargetOutOfRangeException(String target, int available, String where) {
        super("""
                target %s goes too far
                  revisions %s: %s
                  help: take no more steps than that""", target, where, available);
        this.available = available;
    }

    /** How many steps there are. */
    public int available() {
        return available;
    }
}
