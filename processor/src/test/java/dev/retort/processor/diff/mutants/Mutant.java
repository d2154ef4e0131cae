package dev.retort.processor.diff.mutants;

import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.Schema;
import java.util.List;

/**
 * One fact changed on one side.
 *
 * @param kind what was changed, as {@code ExpectedDrift} lists it
 * @param subject where
 * @param change operations after the migrations that equal the model
 * @param model the model's schema
 * @param places where the findings are to point, in any order
 */
public record Mutant(String kind, String subject, List<Operation> change, Schema model, List<Location> places) {

    @Override
    public String toString() {
        return kind + ": " + subject;
    }
}
