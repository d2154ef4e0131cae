package dev.retort.processor.diff;

import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * One difference in one dialect. Those of several dialects that read the same are one finding.
 *
 * @param cure operations for a new migration; empty where only a decision helps
 * @param advice further ways out
 */
record Difference(
        FindingId id, Grade grade, String summary, Location place, List<Operation> cure, List<String> advice) {

    enum Grade {
        /** The application cannot live with it, or something was forgotten. */
        DRIFT,
        /** The migrations promise more than the model asks for. */
        SURPLUS
    }

    static Difference drift(FindingId id, String summary, Location place, List<Operation> cure) {
        return new Difference(id, Grade.DRIFT, summary, place, cure, List.of());
    }

    static Difference surplus(FindingId id, String summary, Location place, List<Operation> cure) {
        return new Difference(
                id,
                Grade.SURPLUS,
                summary,
                place,
                cure,
                List.of("or say that it is there on purpose: .databaseOnly()"));
    }

    Difference advise(String way) {
        List<String> more = new ArrayList<>(advice);
        more.add(way);
        return new Difference(id, grade, summary, place, cure, more);
    }
}
