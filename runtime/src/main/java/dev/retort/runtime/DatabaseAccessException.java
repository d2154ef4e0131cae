package dev.retort.runtime;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The database failed while the migrator itself read or wrote. What completed before is recorded. */
public final class DatabaseAccessException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    DatabaseAccessException(String sentence, Object reason, @Nullable Throwable cause) {
        super(List.of(), cause, """
                %s
                  %s
                  help: see to the database, and try again""", sentence, reason);
    }
}
