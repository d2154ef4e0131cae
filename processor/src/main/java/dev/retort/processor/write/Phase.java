package dev.retort.processor.write;

/** The order in which operations of different kinds apply: what others need first, what others use last. */
enum Phase {
    RENAME,
    /** Views, which use tables. */
    DROP_VIEW,
    DROP_FOREIGN_KEY,
    DROP_INDEX,
    /** A column that is numbered needs its key. */
    DROP_IDENTITY,
    DROP_CONSTRAINT,
    /** What holds a name that something new takes. */
    DROP_EARLY,
    CREATE_OBJECT,
    CREATE_SEQUENCE,
    CREATE_TABLE,
    COMMENT,
    ADD_COLUMN,
    FILL,
    ALTER_COLUMN,
    SET_APART,
    ADD_KEY,
    ADD_IDENTITY,
    /** Rows that a new check or foreign key would refuse. */
    MEND,
    ADD_CHECK,
    ADD_FOREIGN_KEY,
    CREATE_INDEX,
    CREATE_VIEW,
    DROP_COLUMN,
    DROP_TABLE,
    DROP_SEQUENCE,
    DROP_OBJECT
}
