package dev.retort.processor.diff.mutants;

import dev.retort.processor.finding.Location;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DataType;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** The columns of the model that have a type with a name of its own. */
record TypedColumns(Original original) {

    record Typed(Table table, Column column) {}

    List<Typed> of(QualifiedName type) {
        List<Typed> typed = new ArrayList<>();
        for (Table table : original.model().schema().tables()) {
            for (Column column : table.columns()) {
                if (column.type().kind() == DataType.Kind.NATIVE
                        && isOf(type, column.type().texts().get(0))) {
                    typed.add(new Typed(table, column));
                }
            }
        }
        return typed;
    }

    /** The property of the first of them; the fallback where there is none. */
    Location firstOf(QualifiedName type) {
        return of(type).stream()
                .findFirst()
                .map(typed -> original.ofColumn(typed.table(), typed.column().name()))
                .orElse(original.fallback());
    }

    private static boolean isOf(QualifiedName type, String sql) {
        return sql.replaceAll("[\"`\\[\\]]", "").equalsIgnoreCase(type.name().text());
    }
}
