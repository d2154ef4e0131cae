package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** After the rebuild of a SQLite table, rows refer to rows that are not there. The revision was rolled back. */
public final class ForeignKeyViolationException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    ForeignKeyViolationException(String revision, List<String> violations) {
        super(violations, null, """
                revision %s leaves broken foreign keys
                  %s
                  help: correct or delete these rows, or change the revision; it was rolled back""", revision, list("\n", violations));
    }

    /** One for each row, such as {@code table jobs, rowid 7, refers to users}; never empty. */
    public List<String> violations() {
        return names();
    }
}
