package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** A downgrade leads through revisions that cannot be undone. Nothing was changed. */
public final class IrreversibleRevisionException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    IrreversibleRevisionException(List<String> revisions) {
        super(revisions, null, """
                %s cannot be undone
                  no downgrade was written, and none follows from the upgrade
                  help: write downgrade(Operations) in the migration, or choose a target after it""", revisions(revisions));
    }

    /** Their ids in the order of the downgrade; never empty. */
    public List<String> revisions() {
        return names();
    }
}
