package dev.retort.runtime;

import java.io.Serial;
import java.util.List;

/** A database was to be stamped with a revision whose schema it does not have. Nothing was changed. */
public final class CatalogueMismatchException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    CatalogueMismatchException(String target, List<String> differences) {
        super(differences, null, """
                the database is not as an upgrade to %s leaves it
                  %s
                  help: alter it by hand, or stamp it unverified where the differences do not matter""", target, list("\n", differences));
    }

    /** What is missing, and what is different; never empty. */
    public List<String> differences() {
        return names();
    }
}
