package dev.retort.processor.source;

import dev.retort.op.DialectSql;
import dev.retort.op.EnumValueBuilder;
import dev.retort.processor.finding.RefusedException;
import dev.retort.processor.operation.EnumOperation;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.RowOperation;
import dev.retort.processor.operation.SqlOnly;
import dev.retort.processor.operation.StateOnly;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.WrittenSql;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Views, triggers, schemas, named enumeration types, and what only tells the schema. */
final class ObjectRecorders {

    private ObjectRecorders() {}

    /** @throws IllegalArgumentException when a dialect has two texts */
    static WrittenSql texts(String method, DialectSql first, DialectSql... others) {
        Map<String, String> byDialect = new LinkedHashMap<>();
        byDialect.put(first.dialect(), first.sql());
        for (DialectSql other : others) {
            if (byDialect.putIfAbsent(other.dialect(), other.sql()) != null) {
                throw new RefusedException(method + " has two texts for " + other.dialect(), "leave one of them out");
            }
        }
        return WrittenSql.of(byDialect);
    }

    /** @throws IllegalArgumentException when the name has a dot */
    static Name schema(String written) {
        QualifiedName name = QualifiedName.of(written);
        if (!name.qualifiers().isEmpty()) {
            throw new RefusedException("schema " + written + " is written with its catalog", "leave the catalog out");
        }
        return name.name();
    }

    /** @throws IllegalArgumentException for what changes no schema */
    static Operation stateOnly(Operation operation) {
        return new StateOnly(changing("stateOnly", operation));
    }

    /** @throws IllegalArgumentException for what changes no schema */
    static Operation effect(Operation operation) {
        return changing("the effects of sqlOnly", operation);
    }

    private static Operation changing(String what, Operation operation) {
        boolean isForRows = operation instanceof Operation.Execute
                || operation instanceof Operation.ExecuteByDialect
                || operation instanceof Operation.Run
                || operation instanceof RowOperation
                || operation instanceof SqlOnly;
        if (isForRows) {
            throw new RefusedException(
                    operation.describe() + " has no place in " + what + ": it tells nothing of the schema",
                    "put it beside, as a call of its own");
        }
        return operation;
    }

    /** The place of a new value. */
    static final class EnumValues implements EnumValueBuilder {
        private final QualifiedName type;
        private final String value;
        private Optional<EnumOperation.Neighbour> neighbour = Optional.empty();

        EnumValues(QualifiedName type, String value) {
            this.type = type;
            this.value = value;
        }

        @Override
        public void before(String other) {
            neighbour = Optional.of(new EnumOperation.Neighbour(other, false));
        }

        @Override
        public void after(String other) {
            neighbour = Optional.of(new EnumOperation.Neighbour(other, true));
        }

        Operation operation() {
            return new EnumOperation.AddEnumValue(type, value, neighbour);
        }
    }
}
