package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.made;
import static dev.retort.processor.diff.mutants.Original.plain;
import static dev.retort.processor.diff.mutants.Original.where;

import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes to a column of the migrations: whether it is there, its name, type, nullability, default and numbering. */
record ColumnMutants(Original original, Table table, Column column, Location property) {
    private static final Set<DataType.Kind> WHOLE_NUMBERS =
            Set.of(DataType.Kind.TINYINT, DataType.Kind.SMALLINT, DataType.Kind.INTEGER, DataType.Kind.BIGINT);

    ColumnMutants(Original original, Table table, Column column) {
        this(original, table, column, original.ofColumn(table, column.name()));
    }

    void make() {
        presence();
        types().forEach(this::type);
        nullability();
        if (!column.identity() && column.generatedAs().isEmpty()) {
            defaults();
        }
        numbering();
    }

    private void presence() {
        if (table.columns().size() > 1) {
            List<Operation> drop = new ArrayList<>(Users.ofColumn(original.head(), table, column.name()));
            drop.add(new Operation.DropColumn(table.name(), column.name()));
            original.migrations("drop a column", subject(), drop, property);
        }
        if (table.checks().stream().noneMatch(check -> Names.mentions(check.condition(), column.name()))) {
            Operation rename = new Operation.RenameColumn(table.name(), column.name(), plain("renamed_away"));
            original.migrations("rename a column", subject(), List.of(rename), property, made(rename));
        }
    }

    private void type(DataType type) {
        boolean isSame =
                original.dialect().typeName(type).equals(original.dialect().typeName(column.type()))
                        && type.kind() != DataType.Kind.ENUMERATION;
        original.migrations(
                isSame ? "change a type that is written the same" : "change a type",
                subject() + " to " + type,
                List.of(new Operation.AlterColumn(
                        table.name(), column.name(), Optional.of(type), Optional.empty(), Optional.empty())),
                where(!isSame, property));
    }

    private List<DataType> types() {
        DataType type = column.type();
        List<DataType> types = new ArrayList<>();
        for (int i = 0; i < type.parameters().size(); i++) {
            List<Integer> parameters = new ArrayList<>(type.parameters());
            parameters.set(i, parameters.get(i) + (parameters.get(i) == 6 ? -3 : 1));
            types.add(new DataType(type.kind(), parameters, type.texts(), type.elements()));
        }
        if (type.kind() == DataType.Kind.ENUMERATION) {
            types.add(DataType.enumeration(Original.plus(type.texts(), "ADDED")));
            if (type.texts().size() > 1) {
                types.add(DataType.enumeration(
                        type.texts().subList(1, type.texts().size())));
            }
        }
        if (!Original.isInForeignKey(original.head(), table, column.name())) {
            types.add(DataType.of(
                    type.kind() == DataType.Kind.BIGINT ? DataType.Kind.DOUBLE_PRECISION : DataType.Kind.BIGINT));
            types.add(DataType.of(DataType.Kind.VARCHAR, 77));
            types.add(DataType.nativeType("unheard_of"));
        }
        return types;
    }

    private void nullability() {
        if (!Original.isInPrimaryKey(table, column) && !column.identity()) {
            original.migrations(
                    "flip nullability",
                    subject(),
                    List.of(new Operation.AlterColumn(
                            table.name(),
                            column.name(),
                            Optional.empty(),
                            Optional.of(!column.nullable()),
                            Optional.empty())),
                    property);
        }
    }

    private void defaults() {
        DefaultValue none = new DefaultValue.Expression("null");
        DefaultValue other =
                column.defaultValue().filter(none::equals).isPresent() ? new DefaultValue.Expression("1") : none;
        boolean isModelled = column.defaultValue().isPresent();
        original.migrations(
                isModelled ? "change a default" : "add a default",
                subject(),
                List.of(defaults(Optional.of(other))),
                where(isModelled, property));
        if (isModelled) {
            original.migrations("drop a default", subject(), List.of(defaults(Optional.empty())), property);
        }
        if (column.defaultValue().orElse(none) instanceof DefaultValue.Expression expression && isModelled) {
            original.migrations(
                    "write a default differently",
                    subject(),
                    List.of(defaults(Optional.of(new DefaultValue.Expression(Original.written(expression.sql()))))));
        }
    }

    private Operation defaults(Optional<DefaultValue> value) {
        return new Operation.AlterColumn(
                table.name(),
                column.name(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Operation.DefaultChange(value)));
    }

    private void numbering() {
        boolean canBeNumbered = !column.nullable()
                && column.defaultValue().isEmpty()
                && column.generatedAs().isEmpty()
                && WHOLE_NUMBERS.contains(column.type().kind());
        if (column.identity() || canBeNumbered) {
            original.migrations(
                    column.identity() ? "no longer number a column" : "number a column",
                    subject(),
                    List.of(Operation.AlterColumn.identity(table.name(), column, !column.identity())),
                    property);
        }
    }

    private String subject() {
        return table.name() + "." + column.name();
    }
}
