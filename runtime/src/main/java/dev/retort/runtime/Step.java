package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;

/** One step of a revision. */
public sealed interface Step {

    /** One statement, run as it is. */
    record Sql(String text) implements Step {}

    /**
     * Java code.
     *
     * @param name the method as written in the migration, for messages
     */
    record Java(String name, Action action) implements Step {}

    /**
     * SQLite only: a table has been rebuilt, and before the revision is recorded no row may refer to a row that is not
     * there. A plan with this step runs with {@code PRAGMA foreign_keys} off (SQLite, lang_altertable §7).
     */
    record ForeignKeyCheck() implements Step {}

    /** Java code between the statements. */
    @FunctionalInterface
    interface Action {

        /**
         * Reads and writes rows.
         *
         * @param connection open, inside the revision's transaction where the database has one
         */
        void run(Connection connection) throws SQLException;
    }

    static Step sql(String text) {
        return new Sql(text);
    }

    static Step java(String name, Action action) {
        return new Java(name, action);
    }

    static Step foreignKeyCheck() {
        return new ForeignKeyCheck();
    }
}
