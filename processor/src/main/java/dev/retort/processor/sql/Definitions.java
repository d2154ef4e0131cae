package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.ConstraintNames;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Exclusion;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.type.SqlTypes;

/** Columns, constraints, tables and indexes as the parts of a {@code create} statement. */
class Definitions {
    static final String INDEX_A_COLUMN =
            "index a column that is generated from it, or " + UnsupportedByDialectException.leaveToOthers("the index");

    private final DatabaseDialect dialect;

    Definitions(DatabaseDialect dialect) {
        this.dialect = dialect;
    }

    final DatabaseDialect dialect() {
        return dialect;
    }

    /** @param name what it is called, be it for the time of a rebuild only */
    final String createTable(Table table, QualifiedName name) {
        return Stream.concat(
                        table.columns().stream().map(column -> column(table, column)),
                        table.constraints().stream().map(this::constraint))
                .collect(Collectors.joining(
                        ",\n    ", "create table " + dialect.quote(name) + " (\n    ", "\n)" + options(table)));
    }

    /** What stands behind the columns of a new table. */
    String options(Table table) {
        return "";
    }

    final String createIndex(QualifiedName table, Index index) {
        return "create " + (index.unique() ? "unique " : "") + "index " + indexOn(table, index) + " ("
                + index.parts().stream().map(part -> indexPart(table, part)).collect(Collectors.joining(", ")) + ")"
                + (index.included().isEmpty() ? "" : include(table, index))
                + index.where().map(condition -> where(table, index, condition)).orElse("");
    }

    /** Columns that an index holds beside those it sorts by, with a space before; most databases have none. */
    String include(QualifiedName table, Index index) {
        throw new UnsupportedByDialectException(
                dialect.family().word() + " cannot include columns in index "
                        + index.name().orElseThrow() + " of table " + table + ": an index holds what it sorts by",
                "leave include(…) out, or " + UnsupportedByDialectException.leaveToOthers("the index"));
    }

    /** Which rows an index holds, with a space before; many databases index all. */
    String where(QualifiedName table, Index index, String condition) {
        throw new UnsupportedByDialectException(
                dialect.family().word() + " cannot keep index " + index.name().orElseThrow() + " of table " + table
                        + " to the rows where " + condition + ": an index holds all rows",
                "leave where(…) out, or " + UnsupportedByDialectException.leaveToOthers("the index"));
    }

    private String indexPart(QualifiedName table, IndexPart part) {
        return part.column().map(dialect::quote).orElseGet(() -> indexExpression(table, part.expression()))
                + (part.descending() ? " desc" : "");
    }

    /** Between brackets, which any expression may have and most must. */
    String indexExpression(QualifiedName table, String expression) {
        return "(" + expression + ")";
    }

    /** The name of a new index and of its table: most databases put an index where its table is. */
    String indexOn(QualifiedName table, Index index) {
        return dialect.quote(index.name().orElseThrow()) + " on " + dialect.quote(table);
    }

    /** @param table the table it shall be in */
    String column(Table table, Column column) {
        String name = dialect.quote(column.name()) + " ";
        if (column.identity()) {
            return name + identity(table, column) + comment(column);
        }
        return name
                + type(table, column)
                + column.defaultValue()
                        .map(value -> " default " + defaultValue(column, value))
                        .orElse("")
                + column.generatedAs().map(dialect.hibernate()::generatedAs).orElse("")
                + nullability(table, column)
                + comment(column)
                + enumeration(table, column);
    }

    /** With its collation. */
    final String type(Table table, Column column) {
        return dialect.typeName(column.type())
                + column.collation()
                        .map(name -> " collate " + collation(table, column, name))
                        .orElse("");
    }

    String collation(Table table, Column column, String name) {
        return dialect.hibernate().quoteCollation(name);
    }

    /** Some databases know none of a generated column. */
    private String nullability(Table table, Column column) {
        if (column.generatedAs().isPresent() && !dialect.family().allowsNotNullOfGenerated()) {
            return "";
        }
        return column.nullable() && !isInPrimaryKey(table, column) ? nullable(column) : " not null";
    }

    /** What a column says that is not {@code not null}. */
    String nullable(Column column) {
        return "";
    }

    /** The comment as a part of the column, where it can be one. */
    String comment(Column column) {
        return "";
    }

    /** A column that numbers its rows is not null without saying so, and is better not asked to (Hibernate). */
    String identity(Table table, Column column) {
        return dialect.typeName(column.type()) + " "
                + dialect.hibernate().getIdentityColumnSupport().getIdentityColumnString(SqlTypes.BIGINT);
    }

    String defaultValue(Column column, DefaultValue value) {
        return dialect.literal(value);
    }

    final String constraint(Constraint constraint) {
        String name = "constraint " + dialect.quote(constraint.name().orElseThrow()) + " ";
        if (constraint instanceof PrimaryKey key) {
            return name + "primary key (" + dialect.quote(key.columns()) + ")";
        } else if (constraint instanceof UniqueKey key) {
            return name + "unique (" + dialect.quote(key.columns()) + ")";
        } else if (constraint instanceof ForeignKey key) {
            return name + "foreign key (" + dialect.quote(key.columns()) + ") references " + referenced(key.table())
                    + " (" + dialect.quote(key.referenced()) + ")"
                    + action(" on delete ", key, key.onDelete())
                    + action(" on update ", key, key.onUpdate());
        }
        if (constraint instanceof Exclusion exclusion) {
            return name + exclusion(exclusion);
        }
        return name + "check (" + ((Check) constraint).condition() + ")";
    }

    /** What rows keep each other out by, behind the name of the constraint; most databases know no such thing. */
    String exclusion(Exclusion exclusion) {
        throw new UnsupportedByDialectException(
                dialect.family().word() + " cannot keep rows apart by exclusion "
                        + exclusion.name().orElseThrow() + ": postgresql alone can",
                "write it inside op.onDialect(\"postgresql\", on -> …)");
    }

    String referenced(QualifiedName table) {
        return dialect.quote(table);
    }

    static boolean isInPrimaryKey(Table table, Column column) {
        return table.primaryKey()
                .filter(key -> Names.contains(key.columns(), column.name()))
                .isPresent();
    }

    /** A constraint of the column, so that it comes and goes with it. */
    final String enumeration(Table table, Column column) {
        return enumerationCheck(table, column)
                .map(check -> " " + constraint(check))
                .orElse("");
    }

    /** What keeps the values of an enumeration apart from others where its type does not. */
    final Optional<Check> enumerationCheck(Table table, Column column) {
        return dialect.typeCondition(column.name(), column.type())
                .map(condition -> new Check(
                        Optional.of(ConstraintNames.enumeration(table.name().name(), column.name())),
                        condition,
                        false));
    }

    /** What a key does about a change of the row that it refers to, with a space before. */
    String action(String word, ForeignKey key, ForeignKey.Action action) {
        return action == ForeignKey.Action.NO_ACTION ? "" : word + action.sql();
    }

    /** Whether the first bracket is closed by the last. */
    static boolean isInBrackets(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && i < text.length() - 1) {
                return false;
            }
        }
        return text.startsWith("(") && depth == 0;
    }
}
