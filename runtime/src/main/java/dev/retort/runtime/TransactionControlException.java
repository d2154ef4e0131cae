package dev.retort.runtime;

import java.io.Serial;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step meddled with the transaction it runs in. */
public final class TransactionControlException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private TransactionControlException(@Nullable Throwable cause, String template, Object... facts) {
        super(List.of(), cause, template, facts);
    }

    static TransactionControlException refused(String method) {
        return new TransactionControlException(null, """
                Connection.%s is not for the steps of a migration
                  the step runs inside the transaction that also records it
                  help: remove the call; the transaction is committed after the step""", method);
    }

    static TransactionControlException ended(SQLException cause) {
        return new TransactionControlException(cause, """
                the step ended the transaction it ran in
                  what was done before may be committed, and is not recorded
                  help: compare the schema by hand, and remove COMMIT and ROLLBACK from the step""");
    }
}
