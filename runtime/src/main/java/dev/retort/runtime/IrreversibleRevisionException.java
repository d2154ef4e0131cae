package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** A downgrade leads through revisions that cannot be undone. Nothing was changed. */
public final class IrreversibleRevisionException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String[] revisions;

    IrreversibleRevisionException(List<String> revisions) {
        super(
                Words.revisions(revisions) + " cannot be undone",
                "no downgrade was written for it, and none follows from its upgrade",
                "write downgrade(Operations) in its migration, or choose a target after it");
        this.revisions = revisions.toArray(String[]::new);
    }

    /** Their ids in the order of the downgrade; never empty. */
    public List<String> revisions() {
        return List.of(revisions);
    }
}
