package dev.retort.processor;

import java.nio.file.Path;
import java.util.List;

/** What a database refuses of the statements that Hibernate itself has for a model. */
final class Refusals {
    private Refusals() {}

    /**
     * One a line; empty if it takes them all.
     *
     * @param directory for the model's resources
     */
    static String of(ProofModel model, String dialect, Path directory) throws Exception {
        WrittenMigrations none = new WrittenMigrations(directory, List.of());
        CompiledModel compiled = none.compiled(none.withoutRetort(model), model);
        try (ProofDatabase database = ProofDatabase.of(dialect, model)) {
            return String.join(
                    "\n",
                    database.create(database.boot(compiled, database.url()).creation()));
        }
    }
}
