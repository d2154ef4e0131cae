package dev.retort.processor.generate;

import dev.retort.processor.sql.RevisionSql;
import dev.retort.processor.sql.SqlStep;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Revision;
import dev.retort.runtime.RevisionPlan;
import dev.retort.runtime.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A registry as it is about to be generated, for the runtime to write scripts from. Its Java steps do not run. */
final class ScriptRegistry implements MigrationRegistry {
    private final String name;
    private final List<String> dialects;
    private final Map<String, RevisionSql> revisions = new LinkedHashMap<>();

    ScriptRegistry(String name, List<String> dialects, List<RevisionSql> revisions) {
        this.name = name;
        this.dialects = List.copyOf(dialects);
        revisions.forEach(sql -> this.revisions.put(sql.revision().id(), sql));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> dialects() {
        return dialects;
    }

    @Override
    public List<Revision> revisions() {
        return revisions.values().stream()
                .map(sql -> new Revision(
                        sql.revision().id(),
                        sql.revision().revises(),
                        sql.revision().message(),
                        sql.checksum()))
                .toList();
    }

    @Override
    public RevisionPlan plan(String revision) {
        RevisionSql sql = revisions.get(revision);
        if (sql == null) {
            throw new IllegalArgumentException("no revision " + revision);
        }
        return new RevisionPlan() {
            @Override
            public List<Step> upgrade(String dialect) {
                return steps(sql.upgrade(), dialect);
            }

            @Override
            public Optional<List<Step>> downgrade(String dialect) {
                return sql.downgrade().map(byDialect -> steps(byDialect, dialect));
            }

            @Override
            public String catalogue(String dialect) {
                return sql.catalogue().getOrDefault(dialect, "");
            }
        };
    }

    private static List<Step> steps(Map<String, List<SqlStep>> byDialect, String dialect) {
        return byDialect.getOrDefault(dialect, List.of()).stream()
                .map(ScriptRegistry::step)
                .toList();
    }

    private static Step step(SqlStep step) {
        if (step instanceof SqlStep.Statement statement) {
            return Step.sql(statement.sql());
        } else if (step instanceof SqlStep.Alone alone) {
            return Step.alone(alone.sql(), alone.tables(), alone.undoFirst().orElse(""));
        } else if (step instanceof SqlStep.JavaCall call) {
            return Step.java(call.className() + "::" + call.method(), connection -> {
                throw new IllegalStateException("a script runs no Java");
            });
        }
        return Step.foreignKeyCheck();
    }
}
