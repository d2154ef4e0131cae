package dev.retort.op;

/** An index that goes. */
public interface IndexDrop {

    /**
     * While others go on using the table: PostgreSQL's {@code drop index concurrently}, outside of any transaction. What
     * the revision does before is committed by then. Elsewhere nothing special.
     */
    IndexDrop concurrently();
}
