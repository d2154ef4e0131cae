package dev.retort.op;

/** What changes in an existing column; what is not called stays. */
public interface ColumnChange {

    ColumnChange type(SqlType type);

    /**
     * What each value becomes when the type changes, instead of what the database would make of it; beside {@link
     * #type}. MariaDB and MySQL make a new column, so no key, index or check may use the old one there; SQL Server and
     * Oracle do so too, and what uses the old one steps aside.
     *
     * @param sql an expression over the columns of the row, as they are before; copied as it is
     */
    ColumnChange using(String sql);

    ColumnChange notNull();

    ColumnChange nullable();

    /** A default of this text. */
    ColumnChange defaultValue(String value);

    /** A default of this whole number. */
    ColumnChange defaultValue(long value);

    /** A default of this number. */
    ColumnChange defaultValue(double value);

    /** A default of true or false, in the words of each dialect. */
    ColumnChange defaultValue(boolean value);

    /** A default computed by the database, copied as it is. */
    ColumnChange defaultExpression(String sql);

    /** No default from now on. */
    ColumnChange dropDefault();

    /**
     * The database numbers the rows from now on, behind the highest number there is. Implies {@link #notNull}. The column
     * has no default; on SQLite it is the primary key, on MariaDB and MySQL a key begins with it. Refused for SQL Server.
     */
    ColumnChange identity();

    /** The database numbers no more rows. */
    ColumnChange dropIdentity();

    /**
     * The database computes the value from this SQL from now on. Where a database can only make the column anew, no key,
     * index or check may use it.
     */
    ColumnChange generatedAs(String sql);

    /** The values stay as they are, and are written as those of other columns. */
    ColumnChange dropGenerated();

    /** The collation, as the database names it. */
    ColumnChange collation(String name);

    /** The collation of the database from now on. */
    ColumnChange dropCollation();

    ColumnChange comment(String text);

    ColumnChange dropComment();
}
