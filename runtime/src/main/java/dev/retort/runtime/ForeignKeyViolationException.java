package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** After the rebuild of a SQLite table, rows refer to rows that are not there. The revision was rolled back. */
public final class ForeignKeyViolationException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST = 10;

    private final String[] violations;

    ForeignKeyViolationException(String revision, List<String> violations) {
        super(
                "revision " + revision + " leaves " + violations.size() + " broken foreign key"
                        + (violations.size() == 1 ? "" : "s"),
                String.join("\n", violations.subList(0, Math.min(MOST, violations.size())))
                        + (violations.size() > MOST ? "\n… and " + (violations.size() - MOST) + " more" : ""),
                "correct or delete these rows, or change the revision; it was rolled back");
        this.violations = violations.toArray(String[]::new);
    }

    /** One for each row, such as {@code table jobs, rowid 7, refers to users}; never empty. */
    public List<String> violations() {
        return List.of(violations);
    }
}
