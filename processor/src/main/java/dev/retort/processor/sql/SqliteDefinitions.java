package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;
import java.util.regex.Pattern;
import org.hibernate.type.SqlTypes;

/** What SQLite writes in its own way. */
final class SqliteDefinitions extends Definitions {

    /** SQLite, lang_createtable §3.2: anything else stands in brackets. */
    private static final Pattern LITERAL = Pattern.compile(
            "[+-]?(\\d+(\\.\\d*)?|\\.\\d+)(e[+-]?\\d+)?|[+-]?0x[0-9a-f]+|x?'([^']|'')*'|null|true|false",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CLOCK = Pattern.compile("current_(time|date|timestamp)", Pattern.CASE_INSENSITIVE);

    SqliteDefinitions(DatabaseDialect dialect) {
        super(dialect);
    }

    /**
     * The type {@code integer}, to the letter: it makes a primary key of one column another name of the rowid, which
     * numbers the rows that come with null (SQLite, lang_createtable §5; Hibernate, SQLiteIdentityColumnSupport).
     */
    @Override
    String identity(Table table, Column column) {
        boolean alone = isInPrimaryKey(table, column)
                && table.primaryKey().orElseThrow().columns().size() == 1;
        if (!alone) {
            throw new UnsupportedByDialectException(
                    "sqlite cannot number column " + column.name() + " of table " + table.name()
                            + ": it is not the primary key",
                    "number the column that is the primary key, or "
                            + UnsupportedByDialectException.leaveToOthers("it"));
        }
        return dialect().hibernate().getIdentityColumnSupport().getIdentityColumnString(SqlTypes.BIGINT);
    }

    @Override
    String where(QualifiedName table, Index index, String condition) {
        return " where " + condition;
    }

    @Override
    String defaultValue(Column column, DefaultValue value) {
        return defaultValue(value);
    }

    private String defaultValue(DefaultValue value) {
        String text = dialect().literal(value).strip();
        return isLiteral(text) || CLOCK.matcher(text).matches() || isInBrackets(text) ? text : "(" + text + ")";
    }

    /** A default that is the same for every row. */
    boolean isConstant(DefaultValue value) {
        return isLiteral(defaultValue(value));
    }

    boolean isNull(DefaultValue value) {
        return defaultValue(value).equalsIgnoreCase("null");
    }

    private static boolean isLiteral(String text) {
        return LITERAL.matcher(text).matches();
    }
}
