package dev.retort.processor.diff.mutants;

import static dev.retort.processor.diff.mutants.Original.made;
import static dev.retort.processor.diff.mutants.Original.plain;
import static dev.retort.processor.diff.mutants.Original.where;

import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.SequenceOperation.RenameSequence;
import dev.retort.processor.schema.Sequence;
import java.util.List;
import java.util.Optional;

/** Changes to the sequences of the migrations. */
record SequenceMutants(Original original) {

    void make() {
        original.head().sequences().forEach(this::sequence);
    }

    private void sequence(Sequence sequence) {
        Location place = original.ofOrigin(original.model().origins().sequence(sequence.name()));
        Operation drop = new Operation.DropSequence(sequence.name());
        original.migrations("drop a sequence", sequence.name(), List.of(drop), place);
        Operation rename = new RenameSequence(sequence.name(), plain("renamed_away"));
        original.migrations("rename a sequence", sequence.name(), List.of(rename), place, made(rename));
        boolean counts = original.dialect().family().hasSequences();
        String kind = counts ? "change a sequence" : "change a sequence that is a table";
        numbers(kind, sequence, sequence.start() + 1, sequence.increment(), where(counts, place));
        numbers(kind, sequence, sequence.start(), sequence.increment() + 1, where(counts, place));
        limits(sequence);
    }

    private void numbers(String kind, Sequence sequence, long start, int increment, Location... places) {
        replace(kind, sequence, new Sequence(sequence.name(), start, increment), places);
    }

    /** Nothing in a mapping says them. */
    private void limits(Sequence sequence) {
        replace(
                "say the limits of a sequence",
                sequence,
                new Sequence(
                        sequence.name(),
                        sequence.start(),
                        sequence.increment(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Optional.of(7L)));
    }

    private void replace(String kind, Sequence sequence, Sequence other, Location... places) {
        original.migrations(
                kind,
                sequence.name(),
                List.of(new Operation.DropSequence(sequence.name()), new Operation.CreateSequence(other)),
                places);
    }
}
