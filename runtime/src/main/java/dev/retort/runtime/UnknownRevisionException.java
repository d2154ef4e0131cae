package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** The database holds revisions that this program does not know. Nothing was changed. */
public final class UnknownRevisionException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String[] revisions;

    UnknownRevisionException(String registry, List<String> revisions) {
        super(
                "database holds " + Words.revisions(revisions) + ", unknown to " + registry,
                "a newer program has migrated this database, or the revision was deleted or renamed in this one",
                "run a program that has it, or use one to downgrade the database first");
        this.revisions = revisions.toArray(String[]::new);
    }

    /** Their ids as the database holds them, sorted; never empty. */
    public List<String> revisions() {
        return List.of(revisions);
    }
}
