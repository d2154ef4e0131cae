package dev.retort.runtime;

import java.io.Serial;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A step meddled with the transaction it runs in. */
public final class TransactionControlException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private TransactionControlException(String sentence, String reason, String help, @Nullable Throwable cause) {
        super(sentence, reason, help, cause);
    }

    static TransactionControlException refused(String method) {
        return new TransactionControlException(
                "Connection." + method + " is not for the steps of a migration",
                "the step runs inside the transaction that also records it",
                "remove the call; the transaction is committed after the step",
                null);
    }

    static TransactionControlException ended(SQLException cause) {
        return new TransactionControlException(
                "the step ended the transaction it ran in",
                "what was done before may be committed, and is not recorded",
                "compare the schema by hand, and remove COMMIT and ROLLBACK from the step",
                cause);
    }
}
