package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** Applied revisions have been edited since. Nothing was changed. */
public final class ChangedRevisionException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    ChangedRevisionException(List<String> revisions, List<String> checksums) {
        super(revisions, null, """
                applied %s changed since
                  %s
                  help: undo the edit, and put what it was for into a new revision""", revisions(revisions), list("\n", checksums));
    }

    /** Their ids in registry order; never empty. */
    public List<String> revisions() {
        return names();
    }
}
