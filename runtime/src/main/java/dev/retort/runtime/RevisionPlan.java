package dev.retort.runtime;

import java.util.List;
import java.util.Optional;

/** The finished steps of one revision, for every dialect of its registry. Implemented by generated code only. */
public interface RevisionPlan {

    /**
     * The steps that lead to this revision from those it revises.
     *
     * @param dialect one of {@link MigrationRegistry#dialects}
     * @throws IllegalArgumentException for any other dialect
     */
    List<Step> upgrade(String dialect);

    /**
     * The steps that lead back; empty when the revision is irreversible.
     *
     * @param dialect one of {@link MigrationRegistry#dialects}
     * @throws IllegalArgumentException for any other dialect
     */
    Optional<List<Step>> downgrade(String dialect);

    /**
     * What this revision changes in the catalogue of a database: a line {@code -item} for what goes, a line {@code
     * +item}, a tab and what is to be known of it for what comes; back slashes, tabs and ends of lines inside are escaped
     * as in Java.
     *
     * @param dialect one of {@link MigrationRegistry#dialects}
     * @throws IllegalArgumentException for any other dialect
     */
    String catalogue(String dialect);
}
