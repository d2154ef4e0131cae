package dev.retort.runtime;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lock that keeps migrations apart could not be had. What completed before is recorded. */
public final class LockUnavailableException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private LockUnavailableException(@Nullable Throwable cause, String template, Object... facts) {
        super(List.of(), cause, template, facts);
    }

    static LockUnavailableException timeout(Duration limit, @Nullable Throwable cause) {
        return new LockUnavailableException(cause, """
                another connection keeps the lock that a migration needs (time limit %s ms)
                  a migration is under way elsewhere, or some transaction holds the database
                  help: wait for it or end it; Migrator.withLockTimeout waits longer""", limit.toMillis());
    }

    static LockUnavailableException interrupted(InterruptedException cause) {
        return new LockUnavailableException(cause, """
                interrupted while waiting for the lock that a migration needs
                  someone asked this thread to stop
                  help: migrate again""");
    }

    static LockUnavailableException notAdministrator() {
        return new LockUnavailableException(null, """
                this user cannot take the lock that a migration needs
                  H2 shows to administrators only whether the session that holds it lives
                  help: migrate as a user with ADMIN rights""");
    }
}
