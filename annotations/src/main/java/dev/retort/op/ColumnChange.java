package dev.retort.op;

/** What changes in an existing column; what is not called stays. */
public interface ColumnChange {

    ColumnChange type(SqlType type);

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

    /** The collation, as the database names it. */
    ColumnChange collation(String name);

    /** The collation of the database from now on. */
    ColumnChange dropCollation();

    ColumnChange comment(String text);

    ColumnChange dropComment();
}
