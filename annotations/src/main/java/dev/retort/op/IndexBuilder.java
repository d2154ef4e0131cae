package dev.retort.op;

/** A new index. */
public interface IndexBuilder {

    /** No two rows may have the same values in its columns. */
    IndexBuilder unique();

    /**
     * Of some rows only: a partial index. For PostgreSQL, SQLite and SQL Server.
     *
     * @param condition SQL, without the word {@code where}; copied as it is
     */
    IndexBuilder where(String condition);

    /** Columns that the index holds without sorting by them, for queries that need no more. For PostgreSQL and SQL Server. */
    IndexBuilder include(String... columns);

    /**
     * While others go on writing: PostgreSQL's {@code create index concurrently}, outside of any transaction. What the
     * revision does before is committed by then. Elsewhere nothing special.
     */
    IndexBuilder concurrently();

    /** The entities do not declare this index, on purpose: no drift. */
    IndexBuilder databaseOnly();
}
