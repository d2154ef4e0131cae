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
            if (sequence.isEmpty()) {
                differences.add(renames.adviseNew(missing(comparison, wanted), wanted));
                continue;
            }
            if (!comparison.isSameName(sequence.get().name(), wanted.name())) {
                differences.add(otherName(comparison, sequence.get(), wanted));
            }
            if (differs(comparison, sequence.get(), wanted)) {
                differences.add(otherNumbers(comparison, sequence.get(), wanted));
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

    private static Difference missing(Comparison comparison, Sequence wanted) {
        return drift(
                comparison,
                wanted,
                "there is no sequence " + wanted.name() + mappedBy(comparison, wanted),
                new Operation.CreateSequence(wanted));
    }

    private static Difference otherName(Comparison comparison, Sequence sequence, Sequence wanted) {
        String mappedBy = mappedBy(comparison, wanted);
        return drift(
                        comparison,
                        wanted,
                        "sequence " + wanted.name() + mappedBy + (mappedBy.isEmpty() ? "" : ",")
                                + Comparison.isWritten(sequence.name()),
                        new SequenceOperation.RenameSequence(
                                sequence.name(), wanted.name().name()))
                .declaredAt(comparison.provenance().sequence(wanted.name()));
    }

    private static Difference otherNumbers(Comparison comparison, Sequence sequence, Sequence wanted) {
        Difference difference = drift(
                        comparison,
                        wanted,
                        "sequence " + wanted.name() + " " + whatDiffers(sequence, wanted) + ", but "
                                + whatDiffers(wanted, sequence) + " in the model",
                        SequenceOperation.AlterSequence.to(sequence, wanted))
                .declaredAt(comparison.provenance().sequence(wanted.name()));
        return sequence.start() == wanted.start()
                ? difference
                : difference.advise("its numbers go on where they are: add .restartWith(" + wanted.start()
                        + ") where no row can have one from there on");
    }

    private static Difference drift(Comparison comparison, Sequence wanted, String summary, Operation cure) {
        return Difference.drift(
                        FindingId.SequenceDrift,
                        summary,
                        comparison.at(comparison.model().origins().sequence(wanted.name())),
                        List.of(cure))
                .about(wanted.name());
    }

    private static String mappedBy(Comparison comparison, Sequence wanted) {
        return comparison.mappedBy(comparison.model().origins().sequence(wanted.name()));
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
