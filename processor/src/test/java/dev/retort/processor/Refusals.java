package dev.retort.processor;

/** What a database refuses of the statements that Hibernate itself has for a model. */
final class Refusals {
    private Refusals() {}

    /** One a line; empty if it takes them all. */
    static String of(ProofModel model, String dialect) throws Exception {
        CompiledModel compiled = new CompiledModel(Javac.withoutProcessors(model.sources()), model.settings());
        try (ProofDatabase database = ProofDatabase.of(dialect, model);
                var hibernate = compiled.boot(database.url(), database.hibernateDialect())) {
            return String.join("\n", database.create(hibernate.creation()));
        }
    }
}
