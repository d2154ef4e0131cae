package dev.retort;

import dev.retort.op.Operations;

/**
 * The two bodies of a revision. Retort reads them from the source while compiling and never runs them: what it cannot
 * decide there ({@code if}, calls of other methods, values known only at run time) is a compile error.
 */
public interface SchemaMigration {

    /** Leads from the schema of the revised revisions to this one's. */
    void upgrade(Operations op);

    /**
     * Leads back. Left out, it is derived by reversing {@link #upgrade}; a written one must lead back to exactly the
     * schema before.
     */
    default void downgrade(Operations op) {}
}
