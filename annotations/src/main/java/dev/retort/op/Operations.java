package dev.retort.op;

import java.util.function.Consumer;

/**
 * The operations of a revision.
 *
 * <p>Names are written as in a mapping: plain ({@code "users"}), with the schema before a dot ({@code "billing.users"}),
 * or between back ticks or double quotes ({@code "`Order`"}) where case or a dot belongs to the name. A plain name that
 * the database reserves ({@code "order"}) is quoted in the SQL. Constraints and indexes are named first, then their
 * table, then the columns.
 *
 * <p>Only Retort implements this interface. Calls are read from the source in the compiler.
 */
public interface Operations {

    void createTable(String table, Consumer<TableBuilder> definition);

    /** The table must not be referred to by a foreign key of another table. */
    void dropTable(String table);

    /** Instead of the comment before. */
    void commentOnTable(String table, String comment);

    void dropTableComment(String table);

    /** Keys and indexes keep their names. */
    void renameTable(String table, String newName);

    ColumnBuilder addColumn(String table, String column, SqlType type);

    /** No key, index or check may use the column any more. */
    void dropColumn(String table, String column);

    /** Keys and indexes on the column follow; checks, which are text, must be dropped before and added after. */
    void renameColumn(String table, String column, String newName);

    ColumnChange alterColumn(String table, String column);

    /**
     * An index.
     *
     * @param columns columns, or expressions with brackets, each with {@code asc} or {@code desc} after it where wanted:
     *     {@code "lower(name) desc"}
     */
    IndexBuilder createIndex(String name, String table, String... columns);

    IndexDrop dropIndex(String name, String table);

    /** What the index is stays. */
    void renameIndex(String name, String table, String newName);

    ForeignKeyBuilder addForeignKey(String name, String table, String... columns);

    UniqueBuilder addUnique(String name, String table, String... columns);

    void addPrimaryKey(String name, String table, String... columns);

    /** A check; {@code condition} is SQL, without the word {@code check} and its brackets. */
    CheckBuilder addCheck(String name, String table, String condition);

    /** An exclusion, of what its builder names. PostgreSQL alone has them: others belong in {@link #onDialect}. */
    ExclusionBuilder addExclusion(String name, String table);

    /** Renames a primary, foreign or unique key, a check or an exclusion. */
    void renameConstraint(String name, String table, String newName);

    /** Drops a primary, foreign or unique key, a check or an exclusion. */
    void dropConstraint(String name, String table);

    /** A sequence; a one-row table of the same name, as Hibernate reads it, where the database has no sequences. */
    SequenceBuilder createSequence(String name);

    SequenceChange alterSequence(String name);

    /** The numbers go on where they are. */
    void renameSequence(String name, String newName);

    void dropSequence(String name);

    /**
     * What is neither table nor sequence: an enumeration type, a structured type, a domain. Its SQL is copied as it is,
     * so it belongs in {@link #onDialect} where several dialects are declared.
     *
     * @param name what it is called in the database
     * @param sql the statements that make it, in order
     */
    ObjectBuilder createObject(String name, String... sql);

    void dropObject(String name);

    /**
     * A view.
     *
     * @param query one statement that selects, the same for every dialect, without {@code create view … as}. It is copied as
     *     it is; a table or column that it names can be neither renamed nor dropped while the view is there. Nothing is
     *     known of a view's columns: an entity that is mapped to it is not compared
     */
    void createView(String name, String query);

    /** A view, in the words of each dialect; every dialect of the environment needs one. */
    void createView(String name, DialectSql first, DialectSql... others);

    /** A view with another query. PostgreSQL lets columns be added at the end only: drop and create for other changes. */
    void replaceView(String name, String query);

    /** A view with another query, in the words of each dialect. */
    void replaceView(String name, DialectSql first, DialectSql... others);

    /** No other view may read it. Its triggers go with it. */
    void dropView(String name);

    /**
     * A trigger. It is remembered: where the database loses it because its table is made anew (SQLite), it is created
     * again, and it follows the table when that is renamed.
     *
     * @param table a table, or a view that a revision created
     * @param sql the whole statement, {@code create trigger …}, the same for every dialect and copied as it is. A column
     *     that it names can be neither renamed nor dropped while the trigger is there
     */
    void createTrigger(String name, String table, String sql);

    /** A trigger, in the words of each dialect; every dialect of the environment needs one. */
    void createTrigger(String name, String table, DialectSql first, DialectSql... others);

    void dropTrigger(String name, String table);

    /**
     * A schema that tables lie in. Nothing on SQLite, which has none; a database on MariaDB and MySQL, where the two are
     * one. Refused for Oracle, where it is a user. Tables may also lie in schemas that no revision creates.
     *
     * @param name without a catalog
     */
    void createSchema(String name);

    /**
     * Nothing that a revision created may be in it any more. What a database has beyond that is refused by the database,
     * except on MariaDB and MySQL, where everything in it is gone.
     */
    void dropSchema(String name);

    /**
     * An enumeration type with a name, as PostgreSQL has it; elsewhere a column has an {@link SqlTypes#enumeration}. A
     * column is of it by {@link SqlTypes#nativeType}. It is what Hibernate makes for {@code @JdbcTypeCode(NAMED_ENUM)}.
     *
     * @param labels at least one; no two alike, none longer than 63 bytes (PostgreSQL, CREATE TYPE)
     */
    void createEnum(String name, String... labels);

    /** One value more, at the end unless said otherwise. */
    EnumValueBuilder addEnumValue(String type, String value);

    /** Rows follow. */
    void renameEnumValue(String type, String value, String newValue);

    /** No column may be of the type any more. */
    void dropEnum(String name);

    /**
     * Operations that somebody else does: the schema changes, no SQL is written. For a database that has the change
     * already. {@code execute}, {@code run} and {@code sqlOnly} have no place in it.
     */
    void stateOnly(Consumer<Operations> operations);

    /** One statement for every dialect, copied as it is, and what it changes: see {@link SqlEffects#effects}. */
    SqlEffects sqlOnly(String sql);

    /** One statement, in the words of each dialect; every dialect of the environment needs one. */
    SqlEffects sqlOnly(DialectSql first, DialectSql... others);

    /**
     * Operations for one dialect only, a family as in {@link dev.retort.MigrationEnvironment#dialects}, without version.
     * In the others nothing happens: their schemas are different from here on.
     */
    void onDialect(String dialect, Consumer<Operations> operations);

    /** Operations for two dialects. */
    void onDialect(String dialect, String other, Consumer<Operations> operations);

    /** Operations for three dialects. */
    void onDialect(String dialect, String other, String third, Consumer<Operations> operations);

    /**
     * Inserts rows, in the words of each dialect. A derived downgrade deletes them by the primary key, where the columns
     * include it.
     */
    void bulkInsert(String table, Consumer<RowsBuilder> rows);

    /** Deletes rows by their primary key, of which the columns are all that is. Rows that are not there are no fault. */
    void bulkDelete(String table, Consumer<RowsBuilder> rows);

    /**
     * One statement for every dialect, copied as it is. Meant for rows: a change of structure made here is not seen when
     * the schema is compared with the model.
     */
    void execute(String sql);

    /** One statement, in the words of each dialect; every dialect of the environment needs one. */
    void execute(DialectSql first, DialectSql... others);

    /**
     * Runs Java code between the statements.
     *
     * @param action a reference to a static method that is not private and takes a {@link java.sql.Connection}: {@code
     *     op.run(Backfill::themes)}
     */
    void run(ConnectionAction action);
}
