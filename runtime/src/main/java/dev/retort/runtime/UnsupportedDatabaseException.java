package dev.retort.runtime;

import java.io.Serial;

/** The connected database is none of those that this runtime works on. Nothing was changed. */
public final class UnsupportedDatabaseException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** One that SQL is written for, but that no test of Retort's has run. */
    UnsupportedDatabaseException(String product) {
        super("""
                database product %s is not migrated by a program
                  its SQL is only rendered, and was never run by Retort
                  help: have a script written with MigrationScript, and look at it before you run it""", product);
    }

    UnsupportedDatabaseException(String product, String supported) {
        super("""
                database product %s is not supported
                  supported are %s
                  help: connect to one of these""", product, supported);
    }
}
