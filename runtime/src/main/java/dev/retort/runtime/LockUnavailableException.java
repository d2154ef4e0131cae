package dev.retort.runtime;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The lock that keeps migrations apart could not be had. Nothing was changed by this call since its last completed revision. */
public final class LockUnavailableException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private LockUnavailableException(String sentence, String reason, String help, @Nullable Throwable cause) {
        super(sentence, reason, help, cause);
    }

    static LockUnavailableException timeout(Duration waited, @Nullable Throwable cause) {
        return new LockUnavailableException(
                "another connection kept the migration lock for " + waited.toMillis() + " ms",
                "a migration is under way elsewhere, or some transaction holds the database",
                "wait for it or end it; Migrator.withLockTimeout waits longer",
                cause);
    }

    static LockUnavailableException interrupted(InterruptedException cause) {
        return new LockUnavailableException(
                "the thread was interrupted while it waited for the migration lock",
                "someone asked it to stop",
                "migrate again",
                cause);
    }

    static LockUnavailableException notAdministrator() {
        return new LockUnavailableException(
                "H2 does not let this user see whether the holder of the migration lock lives",
                "it shows the sessions of others to administrators only",
                "migrate as a user with ADMIN rights",
                null);
    }
}
