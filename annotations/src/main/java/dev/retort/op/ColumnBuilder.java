package dev.retort.op;

/** A new column. Nullable and without default unless said otherwise. */
public interface ColumnBuilder {

    ColumnBuilder notNull();

    ColumnBuilder nullable();

    /** A default of this text. */
    ColumnBuilder defaultValue(String value);

    /** A default of this whole number. */
    ColumnBuilder defaultValue(long value);

    /** A default of this number. */
    ColumnBuilder defaultValue(double value);

    /** A default of true or false, in the words of each dialect. */
    ColumnBuilder defaultValue(boolean value);

    /** A default computed by the database, copied as it is: {@code defaultExpression("current_timestamp")}. */
    ColumnBuilder defaultExpression(String sql);

    /** The database numbers the rows: {@code @GeneratedValue(strategy = IDENTITY)}. Implies {@link #notNull}. */
    ColumnBuilder identity();

    /** The database computes the value from this SQL and stores it: {@code @GeneratedColumn}. */
    ColumnBuilder generatedAs(String sql);

    /** The collation, as the database names it. */
    ColumnBuilder collation(String name);

    ColumnBuilder comment(String text);
}
