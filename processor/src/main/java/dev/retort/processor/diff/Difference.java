package dev.retort.processor.diff;

import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One difference in one dialect. Those of several dialects that read the same are one finding.
 *
 * @param subject the table, sequence or object that findings are grouped by
 * @param declared where the migrations make the other side of it, if they do
 * @param cure operations for a new migration; empty where only a decision helps
 * @param advice further ways out
 */
record Difference(
        FindingId id,
        Grade grade,
        String subject,
        String summary,
        Location place,
        Optional<Location> declared,
        List<Operation> cure,
        List<String> advice) {

    enum Grade {
        /** The application cannot live with it, or something was forgotten. */
        DRIFT,
        /** The migrations promise more than the model asks for. */
        SURPLUS
    }

    static Difference drift(FindingId id, String summary, Location place, List<Operation> cure) {
        return new Difference(id, Grade.DRIFT, "", summary, place, Optional.empty(), cure, List.of());
    }

    static Difference surplus(FindingId id, String summary, Location place, List<Operation> cure) {
        return new Difference(
                id,
                Grade.SURPLUS,
                "",
                summary,
                place,
                Optional.empty(),
                cure,
                List.of("or say at the operation that it is there on purpose: .databaseOnly()"));
    }

    Difference about(QualifiedName tableOrOther) {
        return new Difference(id, grade, tableOrOther.toString(), summary, place, declared, cure, advice);
    }

    Difference declaredAt(Optional<Location> where) {
        return new Difference(id, grade, subject, summary, place, where, cure, advice);
    }

    Difference advise(String way) {
        List<String> more = new ArrayList<>(advice);
        more.add(way);
        return new Difference(id, grade, subject, summary, place, declared, cure, more);
    }
}
