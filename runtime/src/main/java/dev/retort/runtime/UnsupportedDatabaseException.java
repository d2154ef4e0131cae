package dev.retort.runtime;

import java.io.Serial;

/** The connected database is none of those that this runtime knows. Nothing was changed. */
public final class UnsupportedDatabaseException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnsupportedDatabaseException(String product, String supported) {
        super("""
                database product %s is not supported
                  supported are %s
                  help: connect to one of these""", product, supported);
    }
}
