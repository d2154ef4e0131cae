package dev.retort.runtime;

/**
 * Hears how a migration goes on, to show it. Called by the thread that migrates, in the middle of its work: it must
 * neither throw nor use the database.
 */
public interface MigrationListener {

    /**
     * A step begins.
     *
     * @param revision the id of its revision
     * @param step which one, counted from 1
     * @param steps how many the revision has
     * @param text the SQL as it is run, or the name of a Java step
     */
    void started(String revision, int step, int steps, String text);

    /** A revision ran to its end, and is recorded. */
    void completed(MigrationResult.Completed revision);
}
