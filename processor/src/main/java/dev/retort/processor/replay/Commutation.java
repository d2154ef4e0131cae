package dev.retort.processor.replay;

import dev.retort.processor.read.DeclaredRevision;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.source.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Two branches over one schema: whether they may be applied in either order, and which two operations say no. */
final class Commutation {
    private final Schema base;

    /** An operation of a branch. */
    record Step(DeclaredRevision revision, Instruction instruction) {
        /** {@code Left.java:13: alterColumn("users", "email") of revision b1 (Left)}. */
        String describe() {
            return instruction.place().describe().map(place -> place + ": ").orElse("")
                    + instruction.operation().describe() + " of revision " + revision.describe();
        }
    }

    /**
     * Two operations that do not commute.
     *
     * @param facts what differs, or which order fails and why
     */
    record Clash(Step one, Step other, boolean isOrdered, List<String> facts) {}

    /** @param reason empty where the schema was reached */
    private record Outcome(Optional<Schema> schema, String reason) {}

    Commutation(Schema base) {
        this.base = base;
    }

    /** Empty where they commute, and where no order applies: then an operation is invalid, whatever the order. */
    Optional<Clash> clash(List<Step> one, List<Step> other) {
        if (commute(one, other)) {
            return Optional.empty();
        }
        int first = shortest(one.size(), length -> !commute(one.subList(0, length), other));
        List<Step> short1 = one.subList(0, first);
        int second = shortest(other.size(), length -> !commute(short1, other.subList(0, length)));
        List<Step> short2 = other.subList(0, second);
        Step last1 = short1.get(first - 1);
        Step last2 = short2.get(second - 1);
        Outcome oneFirst = outcome(short1, short2);
        Outcome otherFirst = outcome(short2, short1);
        if (oneFirst.schema().isPresent() && otherFirst.schema().isPresent()) {
            return Optional.of(new Clash(
                    last1,
                    last2,
                    false,
                    SchemaDifferences.list(
                                    oneFirst.schema().get(), otherFirst.schema().get())
                            .stream()
                            .map(difference -> first(last2) + difference)
                            .toList()));
        } else if (oneFirst.schema().isPresent()) {
            return Optional.of(
                    new Clash(last1, last2, true, List.of(first(last2) + "the other fails: " + otherFirst.reason())));
        } else if (otherFirst.schema().isPresent()) {
            return Optional.of(
                    new Clash(last2, last1, true, List.of(first(last1) + "the other fails: " + oneFirst.reason())));
        }
        return Optional.empty();
    }

    private static String first(Step step) {
        return "with " + step.revision().id() + " first, ";
    }

    private static int shortest(int most, IntPredicate clashes) {
        for (int length = 1; length < most; length++) {
            if (clashes.test(length)) {
                return length;
            }
        }
        return most;
    }

    private boolean commute(List<Step> one, List<Step> other) {
        Optional<Schema> oneFirst = outcome(one, other).schema();
        Optional<Schema> otherFirst = outcome(other, one).schema();
        return oneFirst.isPresent()
                && otherFirst.isPresent()
                && SchemaDifferences.list(oneFirst.get(), otherFirst.get()).isEmpty();
    }

    private Outcome outcome(List<Step> first, List<Step> second) {
        List<Step> all = new ArrayList<>(first);
        all.addAll(second);
        Schema schema = base;
        for (Step step : all) {
            try {
                schema = SchemaChange.apply(schema, step.instruction().operation());
            } catch (InvalidOperationException invalid) {
                return new Outcome(Optional.empty(), invalid.summary());
            }
        }
        return new Outcome(Optional.of(schema), "");
    }
}
