package dev.retort.runtime;

import java.io.Serial;

/** Another process took this migration's ground away while it ran. What completed before is recorded. */
public final class ConcurrentMigrationException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    ConcurrentMigrationException(Direction direction, String revision) {
        super("""
                cannot go on to %s %s
                  another process has meanwhile migrated this database the other way
                  help: decide which of the two is meant, and run it again""", direction, revision);
    }
}
