package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs the steps of one revision. */
final class StepRunner {

    private final Connection connection;
    private final DatabaseSession session;
    private final Direction direction;
    private final String revision;
    private final List<Step> steps;

    StepRunner(Connection connection, DatabaseSession session, Direction direction, String revision, List<Step> steps) {
        this.connection = connection;
        this.session = session;
        this.direction = direction;
        this.revision = revision;
        this.steps = steps;
    }

    /**
     * @param index counted from 0
     * @throws StepFailedException when the database or the step's own code refuses
     * @throws ForeignKeyViolationException when the step is a check, and finds any
     */
    void run(int index) {
        Step step = steps.get(index);
        try {
            if (step instanceof Step.Sql sql) {
                execute(sql.text());
            } else if (step instanceof Step.Java java) {
                java.action().run(new StepConnection(connection));
            } else {
                checkForeignKeys();
            }
            session.afterStep();
        } catch (ForeignKeyViolationException e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            throw new StepFailedException(
                    direction, revision, index + 1, steps.size(), text(step), session.transactionalDdl(), e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Run as it is: braces are no JDBC escapes.
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private void checkForeignKeys() throws SQLException {
        List<String> violations = session.foreignKeyViolations();
        if (!violations.isEmpty()) {
            throw new ForeignKeyViolationException(revision, violations);
        }
    }

    static String text(Step step) {
        if (step instanceof Step.Sql sql) {
            return sql.text();
        }
        return step instanceof Step.Java java ? java.name() : "foreign key check";
    }
}
