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
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import java.util.ArrayList;
import java.util.List;
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
    private final Schema target;
    private final RefusedRows refused;

    /**
     * @param schema before the changes
     * @param rows what a database had before the revision, whose tables may have rows
     * @param target where the revision leads: the defaults of columns, and what is asked of new ones
     */
    RowsSurvive(DatabaseDialect dialect, Schema schema, Schema rows, Schema target) {
        this.dialect = dialect;
        this.schema = schema;
        this.rows = rows;
        this.target = target;
        this.refused = new RefusedRows(dialect, rows, target);
    }

    List<Placed> add(AddColumn add) {
        Column column = add.column();
        if (rows.table(add.table()).isEmpty() || NewValue.of(column) != NewValue.CHOSEN) {
            // A generated column may use one that is added beside it.
            return List.of(Placed.at(Phase.ADD_COLUMN, column.generatedAs().isPresent() ? 1 : 0, add));
        }
        List<String> comment = new ArrayList<>();
        comment.add(add.table() + "." + column.name()
                + " is not null and has no default: choose the SQL of its value in the rows that are there");
        comment.addAll(refused.demands(add.table(), column));
        return List.of(
                Placed.at(Phase.ADD_COLUMN, new AddColumn(add.table(), column.withNullable(true))),
                Gap.value(
                        Phase.FILL,
                        add.table(),
                        column.name(),
                        "valueOf",
                        String.join("\n", comment),
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
        Optional<Narrowing> narrowing = Narrowing.of(before.type(), type, column, dialect);
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
        steps.add(Gap.value(
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
        return NamedTypes.of(schema)
                .filter(named -> before.type().kind() == Kind.VARCHAR && named.isTypeOf(before.withType(type)))
                .flatMap(named -> NamedTypes.of(rows, named.name()).stream()
                        .flatMap(old -> old.labels().stream())
                        .filter(label -> !named.labels().contains(label)))
                .toList();
    }

    /** Text on the way to a type that is made anew and back: {@link #withoutValues} sees to the rows. */
    private boolean isNamedEnumeration(Column before, DataType type) {
        return NamedTypes.of(schema)
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
        return Gap.value(
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
                .or(() -> target.table(alter.table())
                        .flatMap(table -> table.column(alter.column()))
                        .flatMap(Column::defaultValue))
                .or(before::defaultValue)
                .map(dialect::literal);
        return value.map(sql -> Placed.at(Phase.FILL, 1, new Operation.Execute(update + sql + where)))
                .orElseGet(() -> Gap.value(
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
            refused.orphans(add.table(), key).ifPresent(steps::add);
            steps.add(Placed.at(Phase.ADD_FOREIGN_KEY, add));
        } else if (add.constraint() instanceof Check check) {
            refused.offenders(add.table(), check).ifPresent(steps::add);
            steps.add(Placed.at(Phase.ADD_CHECK, add));
        } else if (add.constraint() instanceof Exclusion) {
            steps.add(Placed.at(Phase.ADD_CHECK, add));
        } else {
            refused.equals(add.table(), add.constraint().columns()).ifPresent(steps::add);
            steps.add(Placed.at(Phase.ADD_KEY, add));
        }
        return steps;
    }

    List<Placed> create(CreateIndex create) {
        if (!create.index().unique()) {
            return List.of(Placed.at(Phase.CREATE_INDEX, create));
        }
        List<Placed> steps = new ArrayList<>();
        refused.equals(create.table(), create.index()).ifPresent(steps::add);
        // A foreign key may refer to what a unique index keeps apart.
        steps.add(Placed.at(Phase.ADD_KEY, create));
        return steps;
    }

    private static AlterColumn notNull(QualifiedName table, Name column) {
        return new AlterColumn(table, column, Optional.empty(), Optional.of(false), Optional.empty());
    }
}
