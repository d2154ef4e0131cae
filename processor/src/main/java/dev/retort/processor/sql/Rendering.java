package dev.retort.processor.sql;

import dev.retort.processor.catalogue.CatalogueChange;
import dev.retort.processor.chain.RevisionGraph;
import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.replay.Histories;
import dev.retort.processor.replay.History.Applied;
import dev.retort.processor.replay.History.Replayed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A history to the SQL of every revision in every dialect. */
public final class Rendering {
    private final Findings findings;
    private final Map<DatabaseDialect, SqlRendering> renderings = new LinkedHashMap<>();

    private Rendering(List<DatabaseDialect> dialects, Findings findings) {
        this.findings = findings;
        dialects.forEach(dialect -> renderings.put(dialect, SqlRendering.of(dialect)));
    }

    /** In the order of a full upgrade. What a dialect cannot do is a finding, and its steps are left out. */
    public static List<RevisionSql> render(
            List<DatabaseDialect> dialects, RevisionGraph graph, Histories histories, Findings findings) {
        Rendering rendering = new Rendering(dialects, findings);
        List<RevisionSql> revisions = new ArrayList<>();
        for (int i = 0; i < histories.revisions().size(); i++) {
            revisions.add(rendering.revision(histories, i));
        }
        rendering.renderings.forEach((dialect, sql) ->
                ParallelRebuilds.find(dialect, sql, graph, histories.of(dialect.toString()), findings));
        return revisions;
    }

    private RevisionSql revision(Histories histories, int index) {
        Map<String, List<SqlStep>> upgrade = new LinkedHashMap<>();
        Map<String, List<SqlStep>> downgrade = new LinkedHashMap<>();
        Map<String, String> catalogue = new LinkedHashMap<>();
        boolean reversible = true;
        for (Map.Entry<DatabaseDialect, SqlRendering> rendering : renderings.entrySet()) {
            DatabaseDialect dialect = rendering.getKey();
            Replayed replayed = histories.of(dialect.toString()).revisions().get(index);
            steps(dialect, rendering.getValue(), replayed.upgrade()).ifPresent(steps -> {
                upgrade.put(dialect.toString(), steps);
                catalogue.put(
                        dialect.toString(), CatalogueChange.between(replayed.before(), replayed.after(), dialect));
            });
            replayed.downgrade()
                    .flatMap(applied -> steps(dialect, rendering.getValue(), applied))
                    .ifPresent(steps -> downgrade.put(dialect.toString(), steps));
            reversible &= replayed.downgrade().isPresent();
        }
        Replayed any =
                histories.byDialect().values().iterator().next().revisions().get(index);
        return new RevisionSql(
                any.revision(),
                any.checksum(),
                upgrade,
                reversible ? Optional.of(downgrade) : Optional.empty(),
                catalogue);
    }

    private Optional<List<SqlStep>> steps(DatabaseDialect dialect, SqlRendering sql, List<Applied> applied) {
        return isSupported(dialect, sql, applied)
                ? Optional.of(sql.revision(
                        applied.stream().map(Applied::operation).toList(),
                        applied.stream().map(Applied::before).toList()))
                : Optional.empty();
    }

    private boolean isSupported(DatabaseDialect dialect, SqlRendering sql, List<Applied> applied) {
        boolean isSupported = true;
        for (Applied step : applied) {
            Optional<UnsupportedByDialectException> fault = fault(sql, step);
            if (fault.isPresent()) {
                isSupported = false;
                Finding unsupported = unsupported(
                                step.place(),
                                step.operation(),
                                dialect,
                                String.valueOf(fault.get().getMessage()))
                        .help(fault.get().help());
                // A derived downgrade fails where its upgrade does.
                if (!findings.all().contains(unsupported)) {
                    findings.add(unsupported);
                }
            }
        }
        return isSupported;
    }

    private static Optional<UnsupportedByDialectException> fault(SqlRendering sql, Applied step) {
        try {
            sql.render(step.operation(), step.before());
            return Optional.empty();
        } catch (UnsupportedByDialectException unsupported) {
            return Optional.of(unsupported);
        }
    }

    static Finding unsupported(Location place, Operation operation, DatabaseDialect dialect, String reason) {
        return Finding.error(
                        FindingId.UnsupportedOperation, place, operation.describe() + " cannot be done on " + dialect)
                .note(reason);
    }
}
