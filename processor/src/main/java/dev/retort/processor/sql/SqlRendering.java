package dev.retort.processor.sql;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.UnsupportedTypeException;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The SQL of one database for operations that are known to apply to the schema before them. Not safe for several
 * threads.
 */
public final class SqlRendering {
    private final DialectStatements statements;

    private SqlRendering(DialectStatements statements) {
        this.statements = statements;
    }

    public static SqlRendering of(DatabaseDialect dialect) {
        return new SqlRendering(
                switch (dialect.family()) {
                    case SQLITE -> new SqliteStatements(dialect);
                    case H2 -> new H2Statements(dialect);
                    case POSTGRESQL -> new PostgresStatements(dialect);
                    case MARIADB -> new MariadbStatements(dialect);
                    case MYSQL -> new MysqlStatements(dialect);
                    case SQLSERVER -> new SqlServerStatements(dialect);
                    case ORACLE -> new OracleStatements(dialect);
                    case DB2 -> throw new IllegalArgumentException("no SQL for " + dialect);
                });
    }

    /**
     * One direction of one revision. Operations that this database does together come at the place of the first of them.
     *
     * @param befores for each operation the schema it is applied to
     * @return the steps in order; on SQLite with a {@link SqlStep.ForeignKeyCheck} at the end if one is needed
     * @throws UnsupportedByDialectException when this database cannot do one of the operations
     * @throws IllegalArgumentException when there are not as many schemas as operations
     */
    public List<SqlStep> revision(List<Operation> operations, List<Schema> befores) {
        if (operations.size() != befores.size()) {
            throw new IllegalArgumentException(operations.size() + " operations, " + befores.size() + " schemas");
        }
        List<SqlStep> steps = new ArrayList<>();
        boolean check = false;
        for (List<Integer> together : supported(() -> statements.together(operations, befores))) {
            int first = together.get(0);
            steps.addAll(
                    together.size() == 1
                            ? render(
                                    operations.get(first),
                                    befores.get(first),
                                    operations.subList(first + 1, operations.size()))
                            : statements(() -> statements.of(
                                    together.stream().map(operations::get).toList(),
                                    together.stream().map(befores::get).toList())));
        }
        for (int i = 0; i < operations.size(); i++) {
            check |= statements.runsWithoutForeignKeys(operations.get(i), befores.get(i));
        }
        if (check) {
            steps.add(new SqlStep.ForeignKeyCheck());
        }
        return steps;
    }

    /**
     * One operation, without the {@link SqlStep.ForeignKeyCheck} that its revision may need at the end.
     *
     * @return empty when there is nothing to do: SQLite has one type for timestamps of any precision
     * @throws UnsupportedByDialectException when this database cannot do it
     */
    public List<SqlStep> render(Operation operation, Schema before) {
        if (operation instanceof Operation.Run run) {
            return List.of(new SqlStep.JavaCall(run.className(), run.method()));
        }
        Optional<SqlStep.Alone> alone = supported(() -> statements.alone(operation, before));
        if (alone.isPresent()) {
            return List.of(alone.get());
        }
        List<SqlStep> steps = statements(() -> statements.of(operation, before));
        return statements.ddlCommits() ? CommittedSteps.of(steps, operation, before, statements.dialect()) : steps;
    }

    /**
     * The table that is written anew, row by row, because the database cannot alter it in place.
     *
     * @throws UnsupportedByDialectException when this database cannot do the operation
     */
    public Optional<QualifiedName> rebuilds(Operation operation, Schema before) {
        return supported(() -> statements.rebuilds(operation, before));
    }

    private List<SqlStep> render(Operation operation, Schema before, List<Operation> later) {
        List<SqlStep> steps = render(operation, before);
        return statements.isCommittedBefore(operation, later)
                ? steps.stream().map(SqlRendering::alone).toList()
                : steps;
    }

    private static SqlStep alone(SqlStep step) {
        return step instanceof SqlStep.Statement statement
                ? new SqlStep.Alone(statement.sql(), List.of(), Optional.empty())
                : step;
    }

    private static List<SqlStep> statements(Supplier<List<String>> rendering) {
        return supported(rendering).stream()
                .<SqlStep>map(SqlStep.Statement::new)
                .toList();
    }

    private static <T> T supported(Supplier<T> rendering) {
        try {
            return rendering.get();
        } catch (UnsupportedTypeException missing) {
            throw new UnsupportedByDialectException(
                    Objects.requireNonNull(missing.getMessage()),
                    "choose another type, or " + UnsupportedByDialectException.leaveToOthers("it"));
        }
    }
}
