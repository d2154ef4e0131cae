package dev.retort.runtime;

import java.util.List;

/**
 * The verified revisions of one database with their finished SQL. Implemented by generated code only; implementations
 * are immutable and safe for use by several threads.
 */
public interface MigrationRegistry {

    /** The qualified name of the generated class, for messages. */
    String name();

    /** The dialect families that SQL was written for, such as {@code sqlite}, in declared order. */
    List<String> dialects();

    /** Every revision, each after all that it revises, in the order of a full upgrade. */
    List<Revision> revisions();

    /**
     * The steps of one revision. Its class is loaded by this call and not before.
     *
     * @throws IllegalArgumentException when {@link #revisions} has no such id
     */
    RevisionPlan plan(String revision);
}
