package dev.retort.runtime;

import java.io.Serial;

/** The registry has no SQL for the connected database. Nothing was changed. */
public final class MissingDialectException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    MissingDialectException(MigrationRegistry registry, String family) {
        super("""
                %s has no SQL for %s
                  it was generated for %s
                  help: add it to the dialects of the @MigrationEnvironment and compile again""", registry.name(), family, list(", ", registry.dialects()));
    }
}
