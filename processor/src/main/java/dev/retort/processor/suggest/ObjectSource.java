package dev.retort.processor.suggest;

import dev.retort.processor.operation.EnumOperation;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.SchemaOperation;
import dev.retort.processor.operation.SqlOnly;
import dev.retort.processor.operation.StateOnly;
import dev.retort.processor.operation.TriggerOperation;
import dev.retort.processor.operation.ViewOperation;
import dev.retort.processor.schema.JavaText;
import dev.retort.processor.schema.WrittenSql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Views, triggers, schemas, named enumeration types and what only tells the schema, as statements. */
final class ObjectSource {

    private ObjectSource() {}

    /** Empty for an operation of another kind. */
    static Optional<String> of(Operation operation) {
        if (operation instanceof ViewOperation.CreateView create) {
            return call("createView", text(create.view().name()), texts(create.sql()));
        } else if (operation instanceof ViewOperation.ReplaceView replace) {
            return call("replaceView", text(replace.view().name()), texts(replace.sql()));
        } else if (operation instanceof ViewOperation.DropView drop) {
            return call("dropView", text(drop.view()));
        } else if (operation instanceof TriggerOperation.CreateTrigger create) {
            return call("createTrigger", text(create.trigger().name()), text(create.table()), texts(create.sql()));
        } else if (operation instanceof TriggerOperation.DropTrigger drop) {
            return call("dropTrigger", text(drop.trigger()), text(drop.table()));
        } else if (operation instanceof SchemaOperation.CreateSchema create) {
            return call("createSchema", text(create.name()));
        } else if (operation instanceof SchemaOperation.DropSchema drop) {
            return call("dropSchema", text(drop.name()));
        } else if (operation instanceof StateOnly state) {
            return Optional.of("op.stateOnly(" + block("state", List.of(state.operation())) + ");");
        } else if (operation instanceof SqlOnly sql) {
            return Optional.of("op.sqlOnly(" + texts(sql.sql()) + ").effects(" + block("effect", sql.effects()) + ");");
        } else if (operation instanceof EnumOperation type) {
            return Optional.of(of(type));
        }
        return Optional.empty();
    }

    private static String of(EnumOperation operation) {
        if (operation instanceof EnumOperation.CreateEnum create) {
            return call(
                            "createEnum",
                            Stream.concat(
                                            Stream.of(text(create.type().name())),
                                            create.type().labels().stream().map(ObjectSource::text))
                                    .toArray(String[]::new))
                    .orElseThrow();
        } else if (operation instanceof EnumOperation.DropEnum drop) {
            return call("dropEnum", text(drop.type())).orElseThrow();
        } else if (operation instanceof EnumOperation.RenameEnumValue rename) {
            return call("renameEnumValue", text(rename.type()), text(rename.value()), text(rename.newValue()))
                    .orElseThrow();
        }
        EnumOperation.AddEnumValue add = (EnumOperation.AddEnumValue) operation;
        return "op.addEnumValue(" + text(add.type()) + ", " + text(add.value()) + ")"
                + add.neighbour()
                        .map(neighbour ->
                                (neighbour.isAfter() ? ".after(" : ".before(") + text(neighbour.value()) + ")")
                        .orElse("")
                + ";";
    }

    private static String block(String variable, List<Operation> operations) {
        return operations.stream()
                .map(operation -> OperationSource.of(operation).replaceFirst("(?m)^op\\.", variable + "."))
                .flatMap(String::lines)
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining("", variable + " -> {\n", "}"));
    }

    private static String texts(WrittenSql sql) {
        return sql.forAll()
                .map(JavaText::literal)
                .orElseGet(() -> sql.byDialect().entrySet().stream()
                        .map(entry -> "on(" + text(entry.getKey()) + ", " + text(entry.getValue()) + ")")
                        .collect(Collectors.joining(", ")));
    }

    private static Optional<String> call(String method, String... arguments) {
        return Optional.of("op." + method + "(" + String.join(", ", arguments) + ");");
    }

    private static String text(Object value) {
        return JavaText.literal(value.toString());
    }
}
