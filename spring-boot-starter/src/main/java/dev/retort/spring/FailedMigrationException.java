package dev.retort.spring;

import dev.retort.runtime.MigrationException;
import java.io.Serial;

/** A database could not be migrated, and the application does not start. */
public final class FailedMigrationException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    FailedMigrationException(String registry, String dataSource, MigrationException cause) {
        super(registry + " could not migrate the " + dataSource + ": " + cause.getMessage(), cause);
    }
}
