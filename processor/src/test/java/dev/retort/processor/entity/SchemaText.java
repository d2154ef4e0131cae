package dev.retort.processor.entity;

import dev.retort.processor.schema.Check;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.Constraint;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Index;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A schema as text to compare with in tests. */
final class SchemaText {

    private SchemaText() {}

    static String of(Schema schema) {
        return of(schema, (table, column) -> column.type().texts().get(0));
    }

    static String ofPortable(Model model) {
        return of(
                model.schema(),
                (table, column) -> model.portableType(table.name(), column).toString());
    }

    private static String of(Schema schema, BiFunction<Table, Column, String> type) {
        List<String> lines = new ArrayList<>();
        for (Table table : schema.tables()) {
            lines.add(table.name().toString());
            for (Column column : table.columns()) {
                String written = column.defaultValue()
                        .map(value -> " default " + ((DefaultValue.Expression) value).sql())
                        .orElse("");
                lines.add("  " + column.name() + " " + type.apply(table, column) + written
                        + (column.nullable() ? "" : " not null") + (column.identity() ? " identity" : ""));
            }
            table.constraints().forEach(constraint -> lines.add("  " + of(constraint)));
            for (Index index : table.indexes()) {
                lines.add("  " + index.name().map(name -> name + ": ").orElse("") + index.describe());
            }
        }
        for (Sequence sequence : schema.sequences()) {
            lines.add("sequence " + sequence.name() + " start " + sequence.start() + " increment "
                    + sequence.increment());
        }
        return String.join("\n", lines);
    }

    private static String of(Constraint constraint) {
        String name = constraint.name().map(written -> written + ": ").orElse("");
        return name + (constraint instanceof Check check ? "check " + check.condition() : constraint.describe());
    }
}
