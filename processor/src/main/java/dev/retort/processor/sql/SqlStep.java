package dev.retort.processor.sql;

import java.util.List;
import java.util.Optional;

/** One step of a revision on one database; the generated plan makes a {@code dev.retort.runtime.Step} of it. */
public sealed interface SqlStep {

    /** @param sql without a semicolon at its end */
    record Statement(String sql) implements SqlStep {}

    /**
     * A statement that must run outside of any transaction.
     *
     * @param sql without a semicolon at its end
     * @param tables those that it changes, as the database stores their names, unquoted, with their schema where one is
     *     declared
     * @param undoFirst what must run before when an earlier attempt may have left something half done
     */
    record Alone(String sql, List<String> tables, Optional<String> undoFirst) implements SqlStep {
        public Alone {
            tables = List.copyOf(tables);
        }
    }

    /**
     * Java code.
     *
     * @param className the binary name of the class that has the method
     */
    record JavaCall(String className, String method) implements SqlStep {}

    /** The last step of a revision that runs with {@code PRAGMA foreign_keys} off (SQLite, lang_altertable §7). */
    record ForeignKeyCheck() implements SqlStep {}
}
