package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** Applied revisions have been edited since. Nothing was changed. */
public final class ChangedRevisionException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String[] revisions;

    ChangedRevisionException(List<Revision> changed, List<String> recorded) {
        super(
                "applied " + Words.revisions(changed.stream().map(Revision::id).toList()) + " changed since",
                reason(changed, recorded),
                "undo the edit, and put what it was for into a new revision");
        this.revisions = changed.stream().map(Revision::id).toArray(String[]::new);
    }

    private static String reason(List<Revision> changed, List<String> recorded) {
        StringBuilder reason = new StringBuilder();
        for (int i = 0; i < changed.size(); i++) {
            reason.append(changed.get(i).id())
                    .append(" was applied with checksum ")
                    .append(recorded.get(i))
                    .append(" and now has ")
                    .append(changed.get(i).checksum())
                    .append("\n");
        }
        return reason.toString();
    }

    /** Their ids in registry order; never empty. */
    public List<String> revisions() {
        return List.of(revisions);
    }
}
