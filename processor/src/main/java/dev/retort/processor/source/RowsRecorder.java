package dev.retort.processor.source;

import dev.retort.op.RowsBuilder;
import dev.retort.processor.finding.Location;
import dev.retort.processor.finding.RefusedException;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.RowOperation;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.QualifiedName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records rows, each with its place. */
final class RowsRecorder implements RowsBuilder {
    private final QualifiedName table;
    private final OperationsRecorder operations;
    private final List<List<Optional<DefaultValue>>> rows = new ArrayList<>();
    private final Map<String, Location> places = new LinkedHashMap<>();
    private List<Name> columns = List.of();
    private boolean isTried;

    RowsRecorder(QualifiedName table, OperationsRecorder operations) {
        this.table = table;
        this.operations = operations;
    }

    @Override
    public RowsBuilder columns(String... names) {
        if (!columns.isEmpty()) {
            throw new RefusedException(
                    "the columns of the rows are named twice", "call columns(…) once, before the first row");
        }
        if (names.length == 0) {
            throw new RefusedException("the rows have no columns", "name at least one in columns(…)");
        }
        columns = Name.listOf(List.of(names));
        return this;
    }

    @Override
    public RowsBuilder row(@Nullable Object... values) {
        isTried = true;
        if (columns.isEmpty()) {
            throw new RefusedException("a row comes before its columns", "name them first: rows.columns(\"…\")");
        }
        if (values.length != columns.size()) {
            throw new RefusedException(
                    "a row has " + count(values.length) + " for " + columns.size()
                            + (columns.size() == 1 ? " column" : " columns"),
                    "write one value for each column, null where there is none");
        }
        List<Optional<DefaultValue>> row = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            row.add(value(columns.get(i), values[i]));
        }
        rows.add(row);
        places.put(Instruction.rowKey(rows.size()), operations.callPlace());
        return this;
    }

    private static String count(int values) {
        return values == 1 ? "1 value" : values + " values";
    }

    private static Optional<DefaultValue> value(Name column, @Nullable Object value) {
        if (value == Values.Null.VALUE) {
            return Optional.empty();
        } else if (value instanceof String || value instanceof Character) {
            return Optional.of(new DefaultValue.Text(value.toString()));
        } else if (value instanceof Boolean bool) {
            return Optional.of(new DefaultValue.Bool(bool));
        } else if (value instanceof Integer || value instanceof Long) {
            return Optional.of(new DefaultValue.Whole(((Number) value).longValue()));
        } else if (value instanceof Double || value instanceof Float) {
            return Optional.of(new DefaultValue.Decimal(new BigDecimal(value.toString())));
        }
        throw new RefusedException(
                "the value of column " + column + " is neither a text nor a number, neither true, false nor null",
                "write it as one of these, or write the SQL: op.execute(\"insert into …\")");
    }

    Operation insert() {
        return new RowOperation.BulkInsert(table, columns, complete());
    }

    Operation delete() {
        return new RowOperation.BulkDelete(table, columns, complete());
    }

    private List<List<Optional<DefaultValue>>> complete() {
        // One that was refused has been said.
        if (rows.isEmpty() && !isTried) {
            throw new RefusedException(
                    "there is no row for table " + table, "add one, or leave the call out: rows.row(…)");
        }
        return rows;
    }

    Map<String, Location> places() {
        return places;
    }
}
