package dev.retort.processor.sql;

/** One step of a revision on one database; the generated plan makes a {@code dev.retort.runtime.Step} of it. */
public sealed interface SqlStep {

    /** @param sql without a semicolon at its end */
    record Statement(String sql) implements SqlStep {}

    /**
     * Java code.
     *
     * @param className the binary name of the class that has the method
     */
    record JavaCall(String className, String method) implements SqlStep {}

    /** The last step of a revision that runs with {@code PRAGMA foreign_keys} off (SQLite, lang_altertable §7). */
    record ForeignKeyCheck() implements SqlStep {}
}
