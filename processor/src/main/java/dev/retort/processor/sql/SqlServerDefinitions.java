package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.ConstraintNames;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;
import dev.retort.processor.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What SQL Server writes in its own way (Transact-SQL Reference, CREATE TABLE and CREATE INDEX). */
final class SqlServerDefinitions extends Definitions {

    SqlServerDefinitions(DatabaseDialect dialect) {
        super(dialect);
    }

    @Override
    String include(QualifiedName table, Index index) {
        return " include (" + dialect().quote(index.included()) + ")";
    }

    @Override
    String where(QualifiedName table, Index index, String condition) {
        return " where " + condition;
    }

    @Override
    String indexExpression(QualifiedName table, String expression) {
        throw new UnsupportedByDialectException(
                "sqlserver cannot index the expression " + expression + " of table " + table
                        + ": it indexes columns only",
                INDEX_A_COLUMN);
    }

    /** A computed column has no type of its own. That others are nullable is said, since settings of the session decide else. */
    @Override
    String column(Table table, Column column) {
        return column(table, column, "");
    }

    /** @param behindDefault what stands behind a default of a column that is nullable, with a space before */
    String column(Table table, Column column, String behindDefault) {
        String name = dialect().quote(column.name());
        boolean isNull = column.nullable() && !isInPrimaryKey(table, column);
        if (column.identity()) {
            return name + " " + identity(table, column);
        } else if (column.generatedAs().isPresent()) {
            return name
                    + dialect().hibernate().generatedAs(column.generatedAs().get())
                    + (isNull ? "" : " not null")
                    + enumeration(table, column);
        }
        return name + " " + type(table, column) + (isNull ? " null" : " not null")
                + column.defaultValue()
                        .map(value -> " constraint "
                                + dialect()
                                        .quote(ConstraintNames.defaultOf(
                                                table.name().name(), column.name()))
                                + " default " + defaultValue(column, value) + (isNull ? behindDefault : ""))
                        .orElse("")
                + enumeration(table, column);
    }

    @Override
    String defaultValue(Column column, DefaultValue value) {
        return value instanceof DefaultValue.Text text ? literal(text.value()) : super.defaultValue(column, value);
    }

    /** A text beyond ASCII would lose what the code page of the database has not, without the N. */
    private String literal(String text) {
        return national(dialect(), text);
    }

    static String national(DatabaseDialect dialect, String text) {
        return (text.chars().allMatch(c -> c < 128) ? "" : "N") + dialect.literal(text);
    }

    /** Nothing does what {@code restrict} does elsewhere: refuse, at the end of the statement. */
    @Override
    String action(String word, ForeignKey key, ForeignKey.Action action) {
        return action == ForeignKey.Action.RESTRICT ? "" : super.action(word, key, action);
    }

    /**
     * Whether the constraint is no constraint but an index of the rows in which no column is null: a unique constraint
     * lets one row in that is null. As Hibernate writes it (AlterTableUniqueIndexDelegate).
     */
    static boolean isFiltered(Table table, Constraint constraint) {
        return constraint instanceof UniqueKey
                && constraint.columns().stream().anyMatch(column -> isNullable(table, column));
    }

    private static boolean isNullable(Table table, Name name) {
        Column column = table.column(name).orElseThrow();
        return column.nullable() && !column.identity() && !isInPrimaryKey(table, column);
    }

    /** The index that a unique key is, see {@link #isFiltered}. */
    static Index index(Constraint key) {
        return Index.on(key.name(), key.columns(), true, false);
    }

    /** As it is in other databases: a row with a null is equal to none. */
    Index apartFromNulls(Table table, Index index) {
        if (!index.unique()) {
            return index;
        }
        List<String> conditions = Stream.concat(
                        index.where().stream(),
                        index.columns().stream()
                                .filter(column -> isNullable(table, column))
                                .map(column -> dialect().quote(column) + " is not null"))
                .toList();
        return new Index(
                index.name(),
                index.parts(),
                true,
                index.databaseOnly(),
                index.included(),
                conditions.isEmpty()
                        ? Optional.empty()
                        : Optional.of(conditions.stream().collect(Collectors.joining(" and "))));
    }
}
