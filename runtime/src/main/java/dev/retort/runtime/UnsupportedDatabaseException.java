package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** The connected database is none of those that this runtime knows. Nothing was changed. */
public final class UnsupportedDatabaseException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnsupportedDatabaseException(String product, List<String> supported) {
        super(
                "database product " + product + " is not supported",
                "supported are " + String.join(", ", supported),
                "connect to one of these");
    }
}
