package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** The database holds revisions that this program does not know. Nothing was changed. */
public final class UnknownRevisionException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnknownRevisionException(String registry, List<String> revisions) {
        super(revisions, null, """
                database holds %s, unknown to %s
                  a newer program has migrated this database, or they were deleted or renamed in this one
                  help: run a program that has them, or use one to downgrade the database first; where this one may run on \
                the newer schema, allow newer revisions""", revisions(revisions), registry);
    }

    /** Their ids as the database holds them, sorted; never empty. */
    public List<String> revisions() {
        return names();
    }
}
