package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.where;

import dev.retort.processor.finding.Location;
import dev.retort.processor.schema.QualifiedName;
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
        original.model(
                "model: remove a sequence",
                sequence.name(),
                original.model().schema().without(sequence),
                new Migrations.Place("createSequence(\"" + sequence.name() + "\")"));
    }
}
