package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.Family;
import dev.retort.processor.operation.RowOperation;
import dev.retort.processor.schema.Column;
import dev.retort.processor.schema.DefaultValue;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows that are written out, many to a statement. */
final class RowStatements {
    private static final int ROWS_IN_A_STATEMENT = 100;

    /** The first Oracle that takes several rows in a statement. */
    private static final int ORACLE_OF_ROWS = 23;

    private final DatabaseDialect dialect;
    private final RowLiterals literals;

    RowStatements(DatabaseDialect dialect) {
        this.dialect = dialect;
        this.literals = new RowLiterals(dialect);
    }

    List<String> of(Table table, RowOperation operation) {
        List<Column> columns = operation.columns().stream()
                .map(name -> table.column(name).orElseThrow())
                .toList();
        return operation instanceof RowOperation.BulkInsert
                ? parts(operation.rows(), rowsInAnInsert(), rows -> insert(table, columns, rows))
                : parts(operation.rows(), ROWS_IN_A_STATEMENT, rows -> delete(table, columns, rows));
    }

    /** Oracle's {@code insert all} would give all rows of it the same number. */
    private int rowsInAnInsert() {
        return dialect.family() == Family.ORACLE
                        && dialect.hibernate().getVersion().isBefore(ORACLE_OF_ROWS)
                ? 1
                : ROWS_IN_A_STATEMENT;
    }

    private static List<String> parts(
            List<List<Optional<DefaultValue>>> rows,
            int size,
            Function<List<List<Optional<DefaultValue>>>, String> statement) {
        List<String> statements = new ArrayList<>();
        for (int start = 0; start < rows.size(); start += size) {
            statements.add(statement.apply(rows.subList(start, Math.min(rows.size(), start + size))));
        }
        return statements;
    }

    private String insert(Table table, List<Column> columns, List<List<Optional<DefaultValue>>> rows) {
        return "insert into " + dialect.quote(table.name()) + " ("
                + dialect.quote(columns.stream().map(Column::name).toList()) + ") values\n    "
                + rows.stream()
                        .map(row -> "(" + String.join(", ", literals(columns, row)) + ")")
                        .collect(Collectors.joining(",\n    "));
    }

    private String delete(Table table, List<Column> key, List<List<Optional<DefaultValue>>> rows) {
        String delete = "delete from " + dialect.quote(table.name()) + " where ";
        if (key.size() == 1) {
            return delete + dialect.quote(key.get(0).name()) + " in ("
                    + rows.stream().map(row -> literals(key, row).get(0)).collect(Collectors.joining(", ")) + ")";
        }
        return delete + rows.stream().map(row -> "(" + equal(key, row) + ")").collect(Collectors.joining(" or "));
    }

    private String equal(List<Column> key, List<Optional<DefaultValue>> row) {
        List<String> values = literals(key, row);
        return IntStream.range(0, key.size())
                .mapToObj(i -> dialect.quote(key.get(i).name()) + " = " + values.get(i))
                .collect(Collectors.joining(" and "));
    }

    private List<String> literals(List<Column> columns, List<Optional<DefaultValue>> row) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> literals.of(columns.get(i), row.get(i)))
                .toList();
    }
}
