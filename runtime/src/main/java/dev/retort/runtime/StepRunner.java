package dev.retort.runtime;

import java.sql.SQLException;
import java.util.List;

/** Runs the steps of one revision. */
final class StepRunner {

    private final Database database;
    private final Direction direction;
    private final String revision;
    private final List<Step> steps;
    private final boolean whole;

    /** @param whole whether a failure takes back every step of the revision */
    StepRunner(Database database, Direction direction, String revision, List<Step> steps, boolean whole) {
        this.database = database;
        this.direction = direction;
        this.revision = revision;
        this.steps = steps;
        this.whole = whole;
    }

    /**
     * @param index counted from 0
     * @throws StepFailedException when the database or the step's own code refuses
     * @throws ForeignKeyViolationException when the step is a check, and finds any
     */
    void run(int index) {
        Step step = steps.get(index);
        MigrationListener listener = database.listener;
        if (listener != null) {
            listener.started(revision, index + 1, steps.size(), text(step));
        }
        try {
            if (step instanceof Step.Sql sql) {
                database.execute(sql.text());
            } else if (step instanceof Step.Alone alone) {
                database.executeAlone(alone.text());
            } else if (step instanceof Step.Java java) {
                java.action().run(new StepConnection(database.connection));
            } else {
                checkForeignKeys();
            }
            database.afterStep();
        } catch (ForeignKeyViolationException e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            throw new StepFailedException(direction, revision, index + 1, steps.size(), text(step), whole, e);
        }
    }

    private void checkForeignKeys() throws SQLException {
        List<String> violations = database.foreignKeyViolations();
        if (!violations.isEmpty()) {
            throw new ForeignKeyViolationException(revision, violations);
        }
    }

    static String text(Step step) {
        if (step instanceof Step.Sql sql) {
            return sql.text();
        } else if (step instanceof Step.Alone alone) {
            return alone.text();
        }
        return step instanceof Step.Java java ? java.name() : "foreign key check";
    }

    /**
     * What the first steps of a revision were when they ran. A revision that stopped halfway may be corrected after the
     * point where it stopped, not before: its checksum cannot tell the two apart, this can.
     *
     * @return SHA-256, in lower-case hexadecimal digits
     */
    static String fingerprint(List<Step> steps, int count) {
        StringBuilder text = new StringBuilder();
        for (Step step : steps.subList(0, count)) {
            text.append(text(step)).append('\0');
        }
        return Catalogue.sha256(text.toString());
    }
}
