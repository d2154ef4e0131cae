package dev.retort.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One step of a revision. */
public sealed interface Step {

    /** One statement, run as it is, together with those before and after it where the database has transactions for it. */
    record Sql(String text) implements Step {}

    /**
     * One statement that cannot share a transaction: one that commits by itself, as DDL does in MariaDB, MySQL and H2, or
     * one that must run outside of any, as {@code create index concurrently} in PostgreSQL. What is done of the revision
     * is recorded before it, with a fingerprint of what it is about to change: when its own record is lost, that tells
     * whether it took effect.
     *
     * @param tables what it changes, as the catalogue has the names, with the schema before a dot where it is not the
     *     default one, or a schema itself with a dot behind it; empty for anything in the default schema, with a *
     *     among them for anything in it and in every schema that is named
     * @param undo run first when the statement is tried again, to take away what the failed attempt may have left; empty
     *     for nothing
     */
    record Alone(String text, List<String> tables, String undo) implements Step {

        public Alone {
            tables = List.copyOf(tables);
        }
    }

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

    static Step alone(String text, List<String> tables, String undo) {
        return new Alone(text, tables, undo);
    }

    static Step java(String name, Action action) {
        return new Java(name, action);
    }

    static Step foreignKeyCheck() {
        return new ForeignKeyCheck();
    }
}
