package dev.retort.processor.diff;

import dev.retort.processor.finding.FindingId;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.SequenceOperation;
import dev.retort.processor.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sequences, either way round. */
final class SequenceAspect implements Aspect {

    @Override
    public List<Difference> compare(Comparison comparison) {
        List<Difference> differences = new ArrayList<>();
        RenameCandidates renames = new RenameCandidates(comparison);
        for (Sequence wanted : comparison.model().schema().sequences()) {
            Optional<Sequence> sequence = comparison.head().sequence(wanted.name());
            String mappedBy = comparison.mappedBy(comparison.model().origins().sequence(wanted.name()));
            if (sequence.isEmpty()) {
                differences.add(renames.adviseNew(
                        Difference.drift(
                                        FindingId.SequenceDrift,
                                        "there is no sequence " + wanted.name() + mappedBy,
                                        comparison.at(
                                                comparison.model().origins().sequence(wanted.name())),
                                        List.of(new Operation.CreateSequence(wanted)))
                                .about(wanted.name()),
                        wanted));
            } else if (differs(comparison, sequence.get(), wanted)) {
                Difference difference = Difference.drift(
                                FindingId.SequenceDrift,
                                "sequence " + wanted.name() + " " + whatDiffers(sequence.get(), wanted) + ", but "
                                        + whatDiffers(wanted, sequence.get())
                                        + " in the model",
                                comparison.at(comparison.model().origins().sequence(wanted.name())),
                                List.of(SequenceOperation.AlterSequence.to(sequence.get(), wanted)))
                        .about(wanted.name())
                        .declaredAt(comparison.provenance().sequence(wanted.name()));
                differences.add(
                        sequence.get().start() == wanted.start()
                                ? difference
                                : difference.advise("its numbers go on where they are: add .restartWith("
                                        + wanted.start() + ") where no row can have one from there on"));
            }
        }
        for (Sequence sequence : comparison.head().sequences()) {
            if (comparison.model().schema().sequence(sequence.name()).isEmpty()
                    && !comparison.unmapped().names(sequence.name())) {
                Difference difference = Difference.drift(
                                FindingId.SequenceDrift,
                                "no generator uses sequence " + sequence.name(),
                                comparison
                                        .provenance()
                                        .sequence(sequence.name())
                                        .orElse(comparison.fallback()),
                                List.of(new Operation.DropSequence(sequence.name())))
                        .about(sequence.name());
                differences.add(renames.adviseGone(difference, sequence)
                        .advise("or say that it is there on purpose: @MigrationEnvironment(unmapped = \""
                                + sequence.name() + "\")"));
            }
        }
        return differences;
    }

    /** The table that stands in for a sequence holds its next value and nothing of its steps. */
    private static boolean differs(Comparison comparison, Sequence sequence, Sequence wanted) {
        return comparison.dialect().family().hasSequences()
                && (sequence.start() != wanted.start() || sequence.increment() != wanted.increment());
    }

    private static String whatDiffers(Sequence sequence, Sequence other) {
        List<String> facts = new ArrayList<>();
        if (sequence.start() != other.start()) {
            facts.add("starts with " + sequence.start());
        }
        if (sequence.increment() != other.increment()) {
            facts.add("counts in steps of " + sequence.increment());
        }
        return String.join(" and ", facts);
    }
}
