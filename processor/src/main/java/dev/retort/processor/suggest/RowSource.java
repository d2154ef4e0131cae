package dev.retort.processor.suggest;

import dev.retort.processor.operation.RowOperation;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.JavaText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows as the statement that writes them out. */
final class RowSource {

    private RowSource() {}

    static String of(RowOperation operation) {
        StringBuilder out = new StringBuilder("op.")
                .append(operation instanceof RowOperation.BulkInsert ? "bulkInsert" : "bulkDelete")
                .append('(')
                .append(OperationSource.text(operation.table()))
                .append(", rows -> rows.columns(")
                .append(OperationSource.texts(operation.columns()))
                .append(')');
        operation
                .rows()
                .forEach(
                        row -> out.append("\n        .row(").append(values(row)).append(')'));
        return out.append(");").toString();
    }

    /** A lone null would be no row at all to the compiler. */
    private static String values(List<Optional<DefaultValue>> row) {
        return row.size() == 1 && row.get(0).isEmpty()
                ? "(Object) null"
                : row.stream()
                        .map(value -> value.map(RowSource::value).orElse("null"))
                        .collect(Collectors.joining(", "));
    }

    private static String value(DefaultValue value) {
        if (value instanceof DefaultValue.Text text) {
            return JavaText.literal(text.value());
        } else if (value instanceof DefaultValue.Whole whole) {
            return OperationSource.whole(whole.value());
        } else if (value instanceof DefaultValue.Decimal decimal) {
            return Double.toString(decimal.value().doubleValue());
        }
        return Boolean.toString(((DefaultValue.Bool) value).value());
    }
}
