package dev.retort.processor.operation;

import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.EnumType;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is done to enumeration types that have a name. */
public sealed interface EnumOperation extends Operation {

    record CreateEnum(EnumType type) implements EnumOperation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return Calls.only(new DropEnum(type.name()));
        }

        @Override
        public String describe() {
            return Calls.of("createEnum", type.name());
        }
    }

    record DropEnum(QualifiedName type) implements EnumOperation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return Calls.only(new CreateEnum(before.extras().enumType(type).orElseThrow()));
        }

        @Override
        public String describe() {
            return Calls.of("dropEnum", type);
        }
    }

    /**
     * One value more.
     *
     * @param neighbour the value it comes before or after; empty for the end of the list
     */
    record AddEnumValue(QualifiedName type, String value, Optional<Neighbour> neighbour) implements EnumOperation {

        /** PostgreSQL cannot take a value away: the type is made anew, and its columns are text meanwhile. */
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            EnumType old = before.extras().enumType(type).orElseThrow();
            return Optional.of(replacement(before, old.name(), new DropEnum(type), new CreateEnum(old)));
        }

        @Override
        public String describe() {
            return Calls.of("addEnumValue", type, value);
        }
    }

    /** A place in the list of values. */
    record Neighbour(String value, boolean isAfter) {}

    record RenameEnumValue(QualifiedName type, String value, String newValue) implements EnumOperation {
        @Override
        public Optional<List<Operation>> reverse(Schema before) {
            return Calls.only(new RenameEnumValue(type, newValue, value));
        }

        @Override
        public String describe() {
            return Calls.of("renameEnumValue", type, value, newValue);
        }
    }

    /** A type in use cannot be dropped: its columns are text meanwhile. */
    static List<Operation> replacement(Schema schema, QualifiedName type, Operation drop, Operation create) {
        EnumType named = new EnumType(type, List.of());
        List<Operation> operations = new ArrayList<>();
        List<Operation> back = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                if (named.isTypeOf(column)) {
                    operations.add(alter(table, column, DataType.of(DataType.Kind.VARCHAR, 255)));
                    back.add(alter(table, column, column.type()));
                }
            }
        }
        operations.add(drop);
        operations.add(create);
        operations.addAll(back);
        return operations;
    }

    private static Operation alter(Table table, Column column, DataType type) {
        return new AlterColumn(table.name(), column.name(), Optional.of(type), Optional.empty(), Optional.empty());
    }
}
