package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** A revision is not applied while one that revises it is: its SQL was written for a schema that is gone. Nothing was changed. */
public final class OutOfOrderRevisionException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    OutOfOrderRevisionException(String missing, String applied) {
        super(List.of(missing), null, """
                revision %s is not applied, but %s after it is
                  its SQL was verified for a schema that this database has left behind
                  help: let it revise the head, or downgrade to before the other first""", missing, applied);
    }

    /** The id of the one that is not applied. */
    public String revision() {
        return names().get(0);
    }
}
