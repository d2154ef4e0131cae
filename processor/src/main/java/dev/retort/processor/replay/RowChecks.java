package dev.retort.processor.replay;

import dev.retort.processor.operation.RowOperation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Name;
import dev.retort.processor.schema.Names;
import dev.retort.processor.schema.PrimaryKey;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import dev.retort.processor.source.Instruction;
import java.util.List;
import java.util.Optional;

/** Rows that are written out, against the table that they go into. */
final class RowChecks {

    private RowChecks() {}

    static void check(Schema schema, RowOperation operation) {
        Table table = Lookup.table(schema, operation.table());
        List<Column> columns = Lookup.columns(table, operation.columns(), "a row");
        if (operation instanceof RowOperation.BulkInsert) {
            checkColumns(table, columns);
        } else {
            checkKey(table, operation.columns());
        }
        for (int i = 0; i < operation.rows().size(); i++) {
            checkRow(columns, operation.rows().get(i), Instruction.rowKey(i + 1));
        }
    }

    private static void checkColumns(Table table, List<Column> named) {
        for (Column column : table.columns()) {
            boolean isNamed = named.contains(column);
            if (isNamed && column.generatedAs().isPresent()) {
                throw new InvalidOperationException(
                        "column " + column.name() + " is generated and takes no value",
                        "leave it out of columns(…): the database computes it");
            }
            boolean fillsItself = column.nullable()
                    || column.identity()
                    || column.defaultValue().isPresent()
                    || column.generatedAs().isPresent();
            if (!isNamed && !fillsItself) {
                throw new InvalidOperationException(
                        "the rows have no value for column " + column.name() + ", which is not null and has no default",
                        "name it in columns(…), and write its value in every row");
            }
        }
    }

    private static void checkKey(Table table, List<Name> named) {
        List<Name> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        boolean isKey = key.size() == named.size() && named.stream().allMatch(name -> Names.contains(key, name));
        if (!isKey) {
            throw new InvalidOperationException(
                    "rows are deleted by their primary key, which "
                            + (key.isEmpty()
                                    ? "table " + table.name() + " has none of"
                                    : "is " + Names.list(key) + " in table " + table.name()),
                    (key.isEmpty() ? "" : "name the columns of the key alone in columns(…), or ")
                            + "write the SQL: op.execute(\"delete from …\")");
        }
    }

    private static void checkRow(List<Column> columns, List<Optional<DefaultValue>> row, String part) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Optional<DefaultValue> value = row.get(i);
            Optional<String> fault = value.isPresent()
                    ? RowValues.fault(column.type(), value.get())
                    : column.nullable() ? Optional.empty() : Optional.of("is null, and the column is not null");
            if (fault.isPresent()) {
                throw new InvalidOperationException(
                        "the value of column " + column.name() + " " + fault.get(),
                        RowValues.takenBy(column.type())
                                .map(taken -> "write " + taken)
                                .orElse("leave it out of columns(…), and set it with op.execute"),
                        part);
            }
        }
    }
}
