package dev.retort.processor.write;

import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.ForeignKey;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns that refer to an enumeration. Where that is a check, Hibernate gives them a character type without one; a
 * migration declares both alike, as a foreign key pairs like with like.
 */
final class ReferredEnumerations {
    private final Map<String, DataType> enumerations = new HashMap<>();
    private final Map<String, String> referred = new HashMap<>();

    ReferredEnumerations(Schema schema, List<Operation> operations) {
        schema.tables().forEach(this::columns);
        for (Operation operation : operations) {
            if (operation instanceof Operation.CreateTable create) {
                columns(create.table());
                create.table().foreignKeys().forEach(key -> refer(create.table().name(), key));
            } else if (operation instanceof Operation.AddColumn add) {
                column(add.table(), add.column().name(), add.column().type());
            } else if (operation instanceof Operation.AlterColumn alter) {
                alter.type().ifPresent(type -> column(alter.table(), alter.column(), type));
            } else if (operation instanceof Operation.AddConstraint add && add.constraint() instanceof ForeignKey key) {
                refer(add.table(), key);
            }
        }
    }

    List<Operation> adapt(List<Operation> operations) {
        return operations.stream().map(this::adapt).toList();
    }

    private Operation adapt(Operation operation) {
        if (operation instanceof Operation.CreateTable create) {
            Table table = create.table();
            return new Operation.CreateTable(table.withColumns(table.columns().stream()
                    .map(column -> adapt(table.name(), column))
                    .toList()));
        } else if (operation instanceof Operation.AddColumn add) {
            return new Operation.AddColumn(add.table(), adapt(add.table(), add.column()));
        }
        return operation;
    }

    private Column adapt(QualifiedName table, Column column) {
        String place = place(table, column.name());
        // As many steps as there are columns: keys may refer in a circle.
        for (int i = 0; i < referred.size() && referred.containsKey(place); i++) {
            place = referred.getOrDefault(place, place);
        }
        return column.type().kind() == DataType.Kind.VARCHAR
                ? Optional.ofNullable(enumerations.get(place))
                        .map(column::withType)
                        .orElse(column)
                : column;
    }

    private void columns(Table table) {
        table.columns().forEach(column -> column(table.name(), column.name(), column.type()));
    }

    private void column(QualifiedName table, Name column, DataType type) {
        if (type.kind() == DataType.Kind.ENUMERATION) {
            enumerations.put(place(table, column), type);
        } else {
            enumerations.remove(place(table, column));
        }
    }

    private void refer(QualifiedName table, ForeignKey key) {
        for (int i = 0; i < key.columns().size(); i++) {
            referred.put(
                    place(table, key.columns().get(i)),
                    place(key.table(), key.referenced().get(i)));
        }
    }

    private static String place(QualifiedName table, Name column) {
        return table.key() + "\n" + column.key();
    }
}
