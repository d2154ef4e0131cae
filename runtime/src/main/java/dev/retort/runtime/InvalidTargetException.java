package dev.retort.runtime;

import java.io.Serial;

/** A target cannot be read, or not in this direction. Nothing was changed. */
public final class InvalidTargetException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private InvalidTargetException(String template, Object... facts) {
        super(template, facts);
    }

    static InvalidTargetException malformed(String target) {
        return new InvalidTargetException("""
                target "%s" cannot be read
                  a target is head, heads, base, an id or the beginning of one, +n, -n, id+n or id-n
                  help: write one of these""", target);
    }

    static InvalidTargetException wrongWay(String target, Direction direction, Direction other) {
        return new InvalidTargetException("""
                cannot %s by %s
                  it leads the other way
                  help: use %s""", direction, target, other);
    }

    static InvalidTargetException notApplied(String revision) {
        return new InvalidTargetException("""
                cannot downgrade to %s
                  it is not applied
                  help: use upgrade, or choose an applied revision""", revision);
    }
}
