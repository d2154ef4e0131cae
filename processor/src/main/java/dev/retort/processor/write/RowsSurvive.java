package dev.retort.processor.write;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.Operation.AddColumn;
import dev.retort.processor.operation.Operation.AddConstraint;
import dev.retort.processor.operation.Operation.AlterColumn;
import dev.retort.processor.operation.Operation.CreateIndex;
import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DataType.Kind;
import dev.retort.processor.schema.Exclusion;
import dev.retort.processor.schema.ForeignKey;
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
    private final Schema rows;
    private final Schema model;

    /**
     * @param schema before the changes
     * @param rows what a database had before the revision, whose tables may have rows
     * @param model for the defaults of columns
     */
    RowsSurvive(DatabaseDialect dialect, Schema schema, Schema rows, Schema model) {
        this.dialect = dialect;
        this.schema = schema;
        this.rows = rows;
        this.model = model;
    }

    List<Placed> add(AddColumn add) {
        Column column = add.column();
        boolean fillsItself = rows.table(add.table()).isEmpty()
                || column.nullable()
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
                        add.table(),
                        column.name(),
                        "valueOf",
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
        if (narrowing.isEmpty() || isNamedEnumeration(before, type)) {
            List<String> gone = goneValues(before, type);
            return gone.isEmpty() ? List.of() : List.of(new Placed(Phase.FILL, 0, withoutValues(dialect, alter, gone)));
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
                alter.table(),
                alter.column(),
                "narrowed",
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

    /** What a type that has been made anew had room for. */
    private List<String> goneValues(Column before, DataType type) {
        return schema.extras().enumTypes().values().stream()
                .filter(named -> before.type().kind() == Kind.VARCHAR && named.isTypeOf(before.withType(type)))
                .flatMap(named -> rows.extras().enumType(named.name()).stream()
                        .flatMap(old -> old.labels().stream())
                        .filter(label -> !named.labels().contains(label)))
                .toList();
    }

    /** Text on the way to a type that is made anew and back: {@link #withoutValues} sees to the rows. */
    private boolean isNamedEnumeration(Column before, DataType type) {
        return schema.extras().enumTypes().values().stream()
                .anyMatch(named -> (named.isTypeOf(before) && type.kind() == Kind.VARCHAR)
                        || (named.isTypeOf(before.withType(type))
                                && before.type().kind() == Kind.VARCHAR));
    }

    /**
     * What rows get in place of a value that a named type loses, while their column is text.
     *
     * @param alter to the type as it becomes
     */
    static Step withoutValues(DatabaseDialect dialect, AlterColumn alter, List<String> gone) {
        String column = dialect.quote(alter.column());
        return choice(
                        Phase.CREATE_OBJECT,
                        alter.table(),
                        alter.column(),
                        "narrowed",
                        "the type of " + alter.table() + "." + alter.column() + " loses " + String.join(", ", gone)
                                + ": choose the SQL of a value for rows that it has no room for",
                        "update " + dialect.quote(alter.table()) + " set " + column + " = ",
                        " where " + column + " in ("
                                + gone.stream().map(dialect::literal).collect(Collectors.joining(", ")) + ")")
                .step();
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
                        alter.table(),
                        alter.column(),
                        "valueOf",
                        alter.table() + "." + alter.column()
                                + " becomes not null: choose the SQL of its value in rows that have none",
                        update,
                        where));
    }

    List<Placed> add(AddConstraint add) {
        List<Placed> steps = new ArrayList<>();
        if (add.constraint() instanceof ForeignKey key) {
            orphans(add.table(), key).ifPresent(steps::add);
            steps.add(Placed.at(Phase.ADD_FOREIGN_KEY, add));
        } else if (add.constraint() instanceof Check check) {
            offenders(add.table(), check).ifPresent(steps::add);
            steps.add(Placed.at(Phase.ADD_CHECK, add));
        } else if (add.constraint() instanceof Exclusion) {
            steps.add(Placed.at(Phase.ADD_CHECK, add));
        } else {
            equals(add.table(), add.constraint().columns()).ifPresent(steps::add);
            steps.add(Placed.at(Phase.ADD_KEY, add));
        }
        return steps;
    }

    List<Placed> create(CreateIndex create) {
        if (!create.index().unique()) {
            return List.of(Placed.at(Phase.CREATE_INDEX, create));
        }
        List<Placed> steps = new ArrayList<>();
        equals(create.table(), create.index().columns()).ifPresent(steps::add);
        // A foreign key may refer to what a unique index keeps apart.
        steps.add(Placed.at(Phase.ADD_KEY, create));
        return steps;
    }

    /** Nothing to do where equal rows cannot be: a new table, a new column, or a key that was there by another name. */
    private Optional<Placed> equals(QualifiedName name, List<Name> columns) {
        Optional<Table> table = rows.table(name);
        boolean isApart = table.isEmpty() || hasNew(table.get(), columns) || Keys.areKey(table.get(), columns);
        return isApart || columns.isEmpty()
                ? Optional.empty()
                : Optional.of(statement(
                        Phase.SET_APART,
                        variable("setApart", name, columns),
                        "rows of " + name + " may be equal in " + Names.list(columns)
                                + ": choose the statement that sets them apart,"));
    }

    /** A new column is null or holds what was chosen for it; a key that was there with another action kept them out. */
    private Optional<Placed> orphans(QualifiedName name, ForeignKey key) {
        Optional<Table> table = rows.table(name);
        boolean hasNone = table.isEmpty()
                || hasNew(table.get(), key.columns())
                || table.get().foreignKeys().stream().anyMatch(other -> isSame(other, key));
        return hasNone
                ? Optional.empty()
                : Optional.of(statement(
                        Phase.MEND,
                        variable("adopt", name, key.columns()),
                        "rows of " + name + " may refer by " + Names.list(key.columns()) + " to rows of " + key.table()
                                + " that are not there: choose the statement that mends them,"));
    }

    private static boolean isSame(ForeignKey some, ForeignKey other) {
        return keys(some.columns()).equals(keys(other.columns()))
                && some.table().key().equals(other.table().key())
                && keys(some.referenced()).equals(keys(other.referenced()));
    }

    private static List<String> keys(List<Name> names) {
        return names.stream().map(Name::key).toList();
    }

    private Optional<Placed> offenders(QualifiedName name, Check check) {
        Optional<Table> table = rows.table(name);
        boolean usesNew = schema.table(name).or(() -> model.table(name)).stream()
                .flatMap(known -> known.columns().stream())
                .map(Column::name)
                .filter(column ->
                        table.isPresent() && table.get().column(column).isEmpty())
                .anyMatch(column -> Names.mentions(check.condition(), column));
        boolean hasNone = table.isEmpty()
                || usesNew
                || table.get().checks().stream().anyMatch(other -> Widening.of(other.condition(), check.condition()));
        return hasNone
                ? Optional.empty()
                : Optional.of(statement(
                        Phase.MEND,
                        variable("mend", name, check.name().stream().toList()),
                        "rows of " + name + " may break the check " + check.condition()
                                + ": choose the statement that mends them,"));
    }

    private static boolean hasNew(Table table, List<Name> columns) {
        return columns.stream().anyMatch(column -> table.column(column).isEmpty());
    }

    private static AlterColumn notNull(QualifiedName table, Name column) {
        return new AlterColumn(table, column, Optional.empty(), Optional.of(false), Optional.empty());
    }

    private static Placed choice(
            Phase phase, QualifiedName table, Name column, String verb, String comment, String before, String after) {
        return new Placed(
                phase,
                0,
                new Step.Choice(
                        variable(verb, table, List.of(column)),
                        comment,
                        before,
                        after,
                        Optional.of(new Step.Place(table, column))));
    }

    private static Placed statement(Phase phase, String variable, String comment) {
        return new Placed(
                phase,
                0,
                new Step.Choice(variable, comment + "\nor delete this line where none are", "", "", Optional.empty()));
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
