package dev.retort.runtime;

import java.io.Serial;

/** The registry has no SQL for the connected database. Nothing was changed. */
public final class MissingDialectException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    MissingDialectException(MigrationRegistry registry, String family) {
        super(
                registry.name() + " has no SQL for " + family,
                "it was generated for " + String.join(", ", registry.dialects()),
                "add \"" + family + "\" to the dialects of its @MigrationEnvironment and compile again");
    }
}
