package dev.retort.processor.operation;

import dev.retort.processor.schema.WrittenSql;

/** An operation that copies SQL of the user's, which must be there for every dialect. */
public interface WithSql {

    WrittenSql sql();

    /** The method of {@code Operations}. */
    String method();
}
