package dev.retort.processor.write;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AddColumn;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes of a table that may have rows: add nullable, fill, tighten. A value that the model does not give is a choice.
 */
final class RowsSurvive {
    private final DatabaseDialect dialect;
    private final Schema schema;
    private final Schema model;

    /**
     * @param schema before the changes
     * @param model for the defaults of columns
     */
    RowsSurvive(DatabaseDialect dialect, Schema schema, Schema model) {
        this.dialect = dialect;
        this.schema = schema;
        this.model = model;
    }

    List<Placed> add(AddColumn add) {
        Column column = add.column();
        boolean fillsItself = column.nullable()
                || column.defaultValue().isPresent()
                || column.identity()
                || column.generatedAs().isPresent();
        if (fillsItself) {
            // A generated column may use one that is added beside it.
            return List.of(Placed.at(Phase.ADD_COLUMN, column.generatedAs().isPresent() ? 1 : 0, add));
        }
        String what = add.table() + "." + column.name();
        return List.of(
                Placed.at(Phase.ADD_COLUMN, new AddColumn(add.table(), column.withNullable(true))),
                choice(
                        Phase.FILL,
                        variable("valueOf", add.table(), List.of(column.name())),
                        what
                                + " is not null and has no default: choose the SQL of its value in the rows that are there",
                        "update " + dialect.quote(add.table()) + " set " + dialect.quote(column.name()) + " = ",
                        ""),
                Placed.at(Phase.ALTER_COLUMN, notNull(add.table(), column.name())));
    }

    List<Placed> alter(AlterColumn alter) {
        Optional<Column> before = schema.table(alter.table()).flatMap(table -> table.column(alter.column()));
        if (before.isEmpty()) {
            return List.of(Placed.at(Phase.ALTER_COLUMN, alter));
        }
        List<Placed> steps = new ArrayList<>();
        alter.type().ifPresent(type -> steps.addAll(narrow(alter, before.get(), type)));
        if (alter.nullable().filter(nullable -> !nullable).isPresent()
                && before.get().nullable()) {
            steps.add(fill(alter, before.get()));
        }
        steps.add(Placed.at(Phase.ALTER_COLUMN, alter));
        return steps;
    }

    private List<Placed> narrow(AlterColumn alter, Column before, DataType type) {
        String column = dialect.quote(alter.column());
        Optional<Narrowing> narrowing = Narrowing.of(before.type(), type, column, dialect.family());
        if (narrowing.isEmpty()) {
            return List.of();
        }
        List<Placed> steps = new ArrayList<>();
        boolean hasNewWords = before.type().kind() == Kind.ENUMERATION
                && type.kind() == Kind.ENUMERATION
                && !before.type().texts().containsAll(type.texts());
        if (hasNewWords) {
            List<String> all = Stream.concat(before.type().texts().stream(), type.texts().stream())
                    .distinct()
                    .toList();
            steps.add(Placed.at(
                    Phase.ADD_COLUMN,
                    new AlterColumn(
                            alter.table(),
                            alter.column(),
                            Optional.of(DataType.enumeration(all)),
                            Optional.empty(),
                            Optional.empty())));
        }
        String what = alter.table() + "." + alter.column() + " was "
                + before.type().describe() + " and becomes " + type.describe();
        steps.add(choice(
                Phase.FILL,
                variable("narrowed", alter.table(), List.of(alter.column())),
                narrowing.get().condition().isPresent()
                        ? what + ": choose the SQL of a value for rows that it has no room for"
                        : what + ": choose the SQL of a value that can be converted, " + alter.column()
                                + " itself where each can",
                "update " + dialect.quote(alter.table()) + " set " + column + " = ",
                narrowing
                        .get()
                        .condition()
                        .map(condition -> " where " + condition)
                        .orElse("")));
        return steps;
    }

    private Placed fill(AlterColumn alter, Column before) {
        String column = dialect.quote(alter.column());
        String update = "update " + dialect.quote(alter.table()) + " set " + column + " = ";
        String where = " where " + column + " is null";
        Optional<String> value = alter.defaultValue()
                .flatMap(Operation.DefaultChange::value)
                .or(() -> model.table(alter.table())
                        .flatMap(table -> table.column(alter.column()))
                        .flatMap(Column::defaultValue))
                .or(before::defaultValue)
                .map(dialect::literal);
        return value.map(sql -> Placed.at(Phase.FILL, 1, new Operation.Execute(update + sql + where)))
                .orElseGet(() -> choice(
                        Phase.FILL,
                        variable("valueOf", alter.table(), List.of(alter.column())),
                        alter.table() + "." + alter.column()
                                + " becomes not null: choose the SQL of its value in rows that have none",
                        update,
                        where));
    }

    /** Nothing to do where equal rows cannot be: a new table, a new column, or a key that was there by another name. */
    Optional<Placed> apart(QualifiedName name, List<Name> columns) {
        Optional<Table> table = schema.table(name);
        boolean isApart = table.isEmpty()
                || columns.stream()
                        .anyMatch(column -> table.get().column(column).isEmpty())
                || Keys.areKey(table.get(), columns);
        if (isApart || columns.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(choice(
                Phase.SET_APART,
                variable("setApart", name, columns),
                "rows of " + name + " may be equal in " + Names.list(columns)
                        + ": choose the statement that sets them apart,\n"
                        + "or delete this line where none are",
                "",
                ""));
    }

    private static AlterColumn notNull(QualifiedName table, Name column) {
        return new AlterColumn(table, column, Optional.empty(), Optional.of(false), Optional.empty());
    }

    private static Placed choice(Phase phase, String variable, String comment, String before, String after) {
        return new Placed(phase, 0, new Step.Choice(variable, comment, before, after));
    }

    private static String variable(String verb, QualifiedName table, List<Name> columns) {
        return verb
                + Stream.concat(Stream.of(table.name()), columns.stream())
                        .flatMap(name -> Stream.of(name.text().split("[^\\p{Alnum}]+", -1)))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
