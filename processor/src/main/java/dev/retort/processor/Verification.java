package dev.retort.processor;

import dev.retort.processor.chain.Chain;
import dev.retort.processor.chain.RevisionGraph;
import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.diff.Drift;
import dev.retort.processor.entity.EntityReading;
import dev.retort.processor.entity.ModelSet;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.read.Environment;
import dev.retort.processor.read.Options;
import dev.retort.processor.replay.Histories;
import dev.retort.processor.replay.Replay;
import dev.retort.processor.source.MigrationProgram;
import dev.retort.processor.source.SourceReading;
import dev.retort.processor.sql.Rendering;
import dev.retort.processor.sql.RevisionSql;
import dev.retort.processor.unit.PersistenceUnit;
import dev.retort.processor.unit.UnitReading;
import dev.retort.processor.write.Writing;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/** One environment from declarations to finished SQL: the table of contents. Each stage sees only results. */
final class Verification {
    private final ProcessingEnvironment javac;
    private final Options options;
    private boolean hasModel;

    Verification(ProcessingEnvironment javac, Options options) {
        this.javac = javac;
        this.options = options;
    }

    /** Whether there was a model to compare with; false before it was looked for. */
    boolean hasModel() {
        return hasModel;
    }

    /** Empty when a finding stops the build. Whatever was found is in {@code findings}. */
    Optional<List<RevisionSql>> verify(Environment environment, Findings findings) {
        if (Writing.merges(javac, environment, options, findings)) {
            return Optional.empty();
        }

        Optional<RevisionGraph> graph = Chain.verify(environment.revisions(), findings);
        if (graph.isEmpty()) {
            return Optional.empty();
        }

        if (Writing.leavesEmpty(javac, environment, graph.get(), options, findings)) {
            return Optional.empty();
        }

        List<MigrationProgram> programs = SourceReading.read(javac, graph.get().inOrder(), findings);
        if (findings.hasErrors()) {
            return Optional.empty();
        }

        List<String> families =
                environment.dialects().stream().map(DatabaseDialect::toString).toList();
        Histories histories = Replay.run(graph.get(), programs, families, findings);
        if (findings.hasErrors()) {
            return Optional.empty();
        }

        List<RevisionSql> sql = Rendering.render(environment.dialects(), graph.get(), histories, findings);

        Optional<PersistenceUnit> unit = UnitReading.read(javac, environment, findings);
        hasModel = unit.filter(known -> !known.isEmpty()).isPresent();
        Optional<ModelSet> models = unit.filter(known -> hasModel)
                .flatMap(known -> EntityReading.read(javac, known, environment.dialects(), findings));
        if (!findings.hasErrors() && Writing.revises(javac, environment, histories, models, options, findings)) {
            return findings.hasErrors() ? Optional.empty() : Optional.of(sql);
        }
        models.ifPresent(set -> Drift.find(environment, histories, set, options, findings));
        return findings.hasErrors() ? Optional.empty() : Optional.of(sql);
    }
}
