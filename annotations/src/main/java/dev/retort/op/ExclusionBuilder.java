package dev.retort.op;

/** A new exclusion: no two rows may answer to all its operators at once. For PostgreSQL. */
public interface ExclusionBuilder {

    /** The index that finds such rows; {@code gist} unless said otherwise. */
    ExclusionBuilder using(String method);

    /**
     * What is compared, and how. Repeated, all must hold.
     *
     * @param element a column, or an expression with brackets
     * @param operator of PostgreSQL: {@code =} (which needs the extension {@code btree_gist} with {@code gist}), {@code &&}
     */
    ExclusionBuilder with(String element, String operator);

    /** Of some rows only; SQL, without the word {@code where}. */
    ExclusionBuilder where(String condition);
}
