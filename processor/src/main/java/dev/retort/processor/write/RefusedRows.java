package dev.retort.processor.write;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.IndexPart;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Rows that a new key or check refuses: someone has to say what becomes of them. Where the value of a new column is chosen
 * anyway, that is the place to say it.
 */
final class RefusedRows {
    private final DatabaseDialect dialect;
    private final Schema rows;
    private final Schema target;

    /**
     * @param rows what a database had before the revision, whose tables may have rows
     * @param target where the revision leads, which knows its new columns
     */
    RefusedRows(DatabaseDialect dialect, Schema rows, Schema target) {
        this.dialect = dialect;
        this.rows = rows;
        this.target = target;
    }

    /** Nothing to do where equal rows cannot be: a new table, or columns that tell rows apart already. */
    Optional<Placed> equals(QualifiedName name, List<Name> columns) {
        return columns.isEmpty() ? Optional.empty() : equals(name, columns, columns, Names.list(columns));
    }

    /** Of a unique index: what an expression makes of different values may be equal. */
    Optional<Placed> equals(QualifiedName name, Index index) {
        return rows.table(name).filter(table -> isApart(table, index)).isPresent()
                ? Optional.empty()
                : equals(name, index.columns(), mentioned(name, index), parts(index));
    }

    private static String parts(Index index) {
        return index.isOnColumns()
                ? Names.list(index.columns())
                : index.parts().stream().map(IndexPart::toString).collect(Collectors.joining(", ", "(", ")"))
                        + index.where().map(sql -> " where " + sql).orElse("");
    }

    /** Whether an index with another name kept equal rows out. */
    private static boolean isApart(Table table, Index index) {
        return table.indexes().stream()
                .anyMatch(other -> other.unique()
                        && other.where().equals(index.where())
                        && parts(other).equals(parts(index)));
    }

    /**
     * @param columns as they are
     * @param used these, and what expressions use
     */
    private Optional<Placed> equals(QualifiedName name, List<Name> columns, List<Name> used, String what) {
        Optional<Table> table = rows.table(name);
        return table.isEmpty() || areApart(table.get(), columns) || isChosen(table.get(), used)
                ? Optional.empty()
                : Optional.of(Gap.statement(
                        Phase.SET_APART,
                        name,
                        used,
                        "setApart",
                        "rows of " + name + " may be equal in " + what
                                + ": choose the statement that sets them apart,"));
    }

    /** A row that has nothing in a column is equal to none; Oracle looks at the other columns. A default is in all rows. */
    private boolean areApart(Table table, List<Name> columns) {
        List<NewValue> values = newValues(table, columns);
        boolean isNull = dialect.family() == Family.ORACLE
                ? !columns.isEmpty()
                        && values.size() == columns.size()
                        && values.stream().allMatch(NewValue.NULL::equals)
                : values.contains(NewValue.NULL);
        return isNull
                || values.contains(NewValue.NUMBERED)
                || Keys.tellApart(table, columns, dialect.family() != Family.ORACLE);
    }

    /** A key that was there with another action kept them out, and so does null in one of the columns. */
    Optional<Placed> orphans(QualifiedName name, ForeignKey key) {
        Optional<Table> table = rows.table(name);
        boolean hasNone = table.isEmpty()
                || newValues(table.get(), key.columns()).contains(NewValue.NULL)
                || isChosen(table.get(), key.columns())
                || table.get().foreignKeys().stream().anyMatch(other -> isSame(other, key));
        return hasNone
                ? Optional.empty()
                : Optional.of(Gap.statement(
                        Phase.MEND,
                        name,
                        key.columns(),
                        "adopt",
                        "rows of " + name + " may refer by " + Names.list(key.columns()) + " to rows of " + key.table()
                                + " that are not there: choose the statement that mends them,"));
    }

    private static boolean isSame(ForeignKey some, ForeignKey other) {
        return Names.sameKeys(some.columns(), other.columns())
                && some.table().key().equals(other.table().key())
                && Names.sameKeys(some.referenced(), other.referenced());
    }

    /** Only where a check plainly holds for what is in new columns is nothing asked: SQL is not evaluated. */
    Optional<Placed> offenders(QualifiedName name, Check check) {
        Optional<Table> table = rows.table(name);
        boolean hasNone = table.isEmpty()
                || isChosen(table.get(), mentioned(name, check))
                || PlainCondition.holds(check.condition(), subject -> newLiteral(table.get(), subject))
                || table.get().checks().stream().anyMatch(other -> Widening.of(other.condition(), check.condition()));
        return hasNone
                ? Optional.empty()
                : Optional.of(Gap.statement(
                        Phase.MEND,
                        name,
                        check.name().stream().toList(),
                        "mend",
                        "rows of " + name + " may break the check " + check.condition()
                                + ": choose the statement that mends them,"));
    }

    private List<Name> mentioned(QualifiedName name, Check check) {
        return columns(name, column -> Names.mentions(check.condition(), column));
    }

    private List<Name> mentioned(QualifiedName name, Index index) {
        return columns(name, index::mentions);
    }

    private List<Name> columns(QualifiedName name, Predicate<Name> wanted) {
        return target.table(name).stream()
                .flatMap(table -> table.columns().stream())
                .map(Column::name)
                .filter(wanted)
                .toList();
    }

    /** What all rows hold in a column, as SQL: null or the default; empty where it is not new, or something else. */
    private Optional<String> newLiteral(Table table, String subject) {
        Name written = Name.of(subject);
        return target.table(table.name())
                .flatMap(known -> known.column(written))
                .filter(column -> table.column(written).isEmpty())
                .flatMap(column -> switch (NewValue.of(column)) {
                    case NULL -> Optional.of(PlainCondition.NULL);
                    case DEFAULT -> column.defaultValue().map(dialect::literal);
                    default -> Optional.empty();
                });
    }

    /**
     * What keys and checks ask of the value that is chosen for a new column, a line each.
     *
     * @param column as it is added
     */
    List<String> demands(QualifiedName name, Column column) {
        List<String> demands = new ArrayList<>();
        Optional<Table> before = rows.table(name);
        Optional<Table> after = target.table(name);
        if (before.isEmpty() || after.isEmpty()) {
            return demands;
        }
        Keys.uniques(after.get())
                .filter(columns -> Names.contains(columns, column.name()) && !areApart(before.get(), columns))
                .forEach(columns -> demands.add("no two rows may be equal in " + Names.list(columns)));
        after.get().indexes().stream()
                .filter(index -> index.unique() && !index.isOnColumns() && index.mentions(column.name()))
                .filter(index -> !areApart(before.get(), index.columns()))
                .forEach(index -> demands.add("no two rows may be equal in " + parts(index)));
        Optional<String> words = dialect.typeCondition(column.name(), column.type());
        after.get().checks().stream()
                .map(Check::condition)
                .filter(condition -> Names.mentions(condition, column.name()))
                .filter(condition -> words.filter(condition::equals).isEmpty())
                .forEach(condition -> demands.add("it has to satisfy the check " + condition));
        after.get().foreignKeys().stream()
                .filter(key -> Names.contains(key.columns(), column.name()))
                .forEach(key -> demands.add("rows of " + key.table() + " that " + Names.list(key.columns())
                        + " refers to have to be there"));
        return demands.stream().distinct().toList();
    }

    private boolean isChosen(Table table, List<Name> columns) {
        return newValues(table, columns).contains(NewValue.CHOSEN);
    }

    /** Of the columns that rows have not had so far. */
    private List<NewValue> newValues(Table table, List<Name> columns) {
        return columns.stream()
                .filter(column -> table.column(column).isEmpty())
                .map(column -> target.table(table.name())
                        .flatMap(known -> known.column(column))
                        .map(NewValue::of)
                        .orElse(NewValue.COMPUTED))
                .toList();
    }
}
