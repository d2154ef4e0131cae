package dev.retort.runtime;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The database failed while the migrator itself read or wrote. What completed before is recorded. */
public final class DatabaseAccessException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    DatabaseAccessException(String sentence, String reason, @Nullable Throwable cause) {
        super(sentence, reason, "see to the database; then migrate again", cause);
    }
}
