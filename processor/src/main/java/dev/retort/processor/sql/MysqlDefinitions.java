package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Table;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What MySQL and MariaDB write in their own way. */
class MysqlDefinitions extends Definitions {
    private static final Pattern LITERAL = Pattern.compile(
            "[+-]?(\\d+(\\.\\d*)?|\\.\\d+)(e[+-]?\\d+)?|(b|x|n|_\\w+\\s*)?'([^'\\\\]|''|\\\\.)*'|null|true|false",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CLOCK = Pattern.compile(
            "(current_timestamp|now|localtime|localtimestamp)(\\s*\\(\\s*(\\d?)\\s*\\))?", Pattern.CASE_INSENSITIVE);

    private static final Pattern FRACTION = Pattern.compile("(datetime|timestamp)\\s*\\((\\d)\\)");

    MysqlDefinitions(DatabaseDialect dialect) {
        super(dialect);
    }

    @Override
    final String comment(Column column) {
        return column.comment()
                .map(text -> " comment " + dialect().literal(text))
                .orElse("");
    }

    @Override
    final String options(Table table) {
        return table.comment()
                        .map(text -> " comment=" + dialect().literal(text))
                        .orElse("")
                + dialect().hibernate().getTableTypeString();
    }

    @Override
    final String nullable(Column column) {
        return dialect().hibernate().getNullColumnString(dialect().typeName(column.type()));
    }

    /** There is one such column in a table, and a key begins with it. */
    @Override
    final String identity(Table table, Column column) {
        boolean isKey = Stream.concat(table.primaryKey().stream(), table.uniqueKeys().stream())
                .map(Constraint::columns)
                .anyMatch(key -> key.get(0).sameKey(column.name()));
        if (!isKey) {
            throw new UnsupportedByDialectException(
                    dialect().family().word() + " cannot number column " + column.name() + " of table " + table.name()
                            + ": no key begins with it",
                    "let a key begin with it, or " + UnsupportedByDialectException.leaveToOthers("it"));
        }
        return super.identity(table, column);
    }

    /**
     * Between brackets what is neither a literal nor the clock; the clock as fine as the column, since no other is taken.
     */
    @Override
    final String defaultValue(Column column, DefaultValue value) {
        String text = dialect().literal(value).strip();
        String type = dialect().typeName(column.type()).toLowerCase(Locale.ROOT);
        var clock = CLOCK.matcher(text);
        if (clock.matches() && (type.startsWith("datetime") || type.startsWith("timestamp"))) {
            var fraction = FRACTION.matcher(type);
            return fraction.matches() && clock.group(2) == null && dialect().family() == Family.MYSQL
                    ? text + "(" + fraction.group(2) + ")"
                    : text;
        }
        boolean literal = LITERAL.matcher(text).matches() && !refusesLiterals(type);
        return literal || isInBrackets(text) ? text : "(" + text + ")";
    }

    /** MySQL, Data Type Default Values: a large object has an expression for a default or none. */
    private boolean refusesLiterals(String type) {
        return dialect().family() == Family.MYSQL
                && (type.contains("text") || type.contains("blob") || type.equals("json"));
    }
}
