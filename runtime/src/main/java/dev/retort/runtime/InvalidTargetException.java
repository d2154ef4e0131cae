package dev.retort.runtime;

import java.io.Serial;

/** A target cannot be read, or not in this direction. Nothing was changed. */
public final class InvalidTargetException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private InvalidTargetException(String sentence, String reason, String help) {
        super(sentence, reason, help);
    }

    static InvalidTargetException malformed(String target) {
        return new InvalidTargetException(
                "target \"" + target + "\" cannot be read",
                "a target is head, heads, base, an id or the beginning of one, +n, -n, id+n or id-n",
                "write one of these");
    }

    static InvalidTargetException wrongWay(String target, Direction direction) {
        boolean upgrade = direction == Direction.UPGRADE;
        return new InvalidTargetException(
                "cannot " + direction.word() + " by " + target,
                upgrade ? "an upgrade goes forward" : "a downgrade goes back",
                upgrade ? "use downgrade" : "use upgrade");
    }

    static InvalidTargetException notApplied(String revision) {
        return new InvalidTargetException(
                "cannot downgrade to " + revision, "it is not applied", "use upgrade, or choose an applied revision");
    }
}
