package dev.retort.processor.diff;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.UnsupportedTypeException;
import dev.retort.processor.entity.Model;
import dev.retort.processor.finding.Silence;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.read.Environment;
import dev.retort.processor.read.Options;
import dev.retort.processor.replay.Provenance;
import dev.retort.processor.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What would make a schema the model's, in one dialect, but for differences that code at their place silences: these are there
 * on purpose.
 *
 * @param operations each once, in no order that applies
 * @param uncured what only a decision helps with, as findings say it
 * @param renames what may be one thing under two names
 */
public record Cures(List<Operation> operations, List<String> uncured, List<RenameCandidate> renames) {

    public Cures {
        operations = List.copyOf(operations);
        uncured = List.copyOf(uncured);
        renames = List.copyOf(renames);
    }

    /**
     * Compares a schema that migrations lead to with the model.
     *
     * @param schema the one at head, or one that a new revision would lead to
     * @throws UnsupportedTypeException when the dialect has no type for a column
     */
    public static Cures of(
            Environment environment,
            DatabaseDialect dialect,
            Provenance provenance,
            Schema schema,
            Model model,
            Options options) {
        Comparison comparison = new Comparison(
                dialect,
                schema,
                dialect.physical(schema),
                model,
                provenance,
                new Unmapped(environment.unmapped()),
                new NewNames(schema),
                Drift.fallback(environment));
        Set<Operation> operations = new LinkedHashSet<>();
        List<String> uncured = new ArrayList<>();
        for (Difference difference : Drift.differences(comparison)) {
            boolean isLeft = Silence.covers(difference.id(), difference.place())
                    || (difference.grade() == Difference.Grade.SURPLUS && options.surplus() == Options.Surplus.IGNORE);
            if (!isLeft && difference.cure().isEmpty()) {
                uncured.add(difference.summary());
            } else if (!isLeft) {
                operations.addAll(difference.cure());
            }
        }
        return new Cures(List.copyOf(operations), uncured, new RenameCandidates(comparison).all());
    }
}
