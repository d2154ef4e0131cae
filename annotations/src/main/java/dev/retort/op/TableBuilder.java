package dev.retort.op;

/** A new table: its columns in order, and its keys. */
public interface TableBuilder {

    ColumnBuilder column(String name, SqlType type);

    PrimaryKeyBuilder primaryKey(String... columns);

    ForeignKeyBuilder foreignKey(String... columns);

    UniqueBuilder unique(String... columns);

    /** A check; {@code condition} is SQL, without the word {@code check} and its brackets. */
    CheckBuilder check(String condition);

    TableBuilder comment(String text);
}
