package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.plain;
import static dev.retort.processor.diff.mutants.Original.where;

import dev.retort.processor.finding.Location;
import dev.retort.processor.schema.QualifiedName;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Sequence;

/** Changes to the sequences of the model. */
record ModelSequenceMutants(Original original) {

    void make() {
        original.model().schema().sequences().forEach(this::sequence);
        original.model(
                "model: add a sequence",
                "added_seq",
                original.model().schema().with(new Sequence(QualifiedName.of("added_seq"), 1, 50)),
                original.fallback());
    }

    private void sequence(Sequence sequence) {
        boolean counts = original.dialect().family().hasSequences();
        Location place = original.ofOrigin(original.model().origins().sequence(sequence.name()));
        original.model(
                counts ? "model: change a sequence" : "model: change a sequence that is a table",
                sequence.name(),
                original.model()
                        .schema()
                        .with(new Sequence(sequence.name(), sequence.start(), sequence.increment() + 5)),
                where(counts, place));
        Schema without = original.model().schema().without(sequence);
        Location made = new Migrations.Place("createSequence(\"" + sequence.name() + "\")");
        original.model(
                "model: rename a sequence",
                sequence.name(),
                without.with(sequence.renamed(sequence.name().renamed(plain("renamed_by_the_model")))),
                original.fallback(),
                made);
        original.model("model: remove a sequence", sequence.name(), without, made);
    }
}
