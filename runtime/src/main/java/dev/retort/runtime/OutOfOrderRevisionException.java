package dev.retort.runtime;

import java.io.Serial;

/** A revision is not applied while one that revises it is: its SQL was written for a schema that is gone. Nothing was changed. */
public final class OutOfOrderRevisionException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String revision;

    OutOfOrderRevisionException(String missing, String applied) {
        super(
                "revision " + missing + " is not applied, but " + applied + " after it is",
                "its SQL was verified for the schema before " + applied + ", which this database has left behind",
                "let " + missing + " revise the head, or downgrade to before " + applied + " first");
        this.revision = missing;
    }

    /** The id of the one that is not applied. */
    public String revision() {
        return revision;
    }
}
