package dev.retort.commands.database;

import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Revision;
import dev.retort.runtime.RevisionPlan;
import dev.retort.runtime.Step;
import java.util.List;
import java.util.Optional;

/** A registry whose revisions have nothing to do: what is left of its scripts is what they record. */
public final class StampRegistry implements MigrationRegistry {
    private final MigrationRegistry registry;

    public StampRegistry(MigrationRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return registry.name() + ", recorded only";
    }

    @Override
    public List<String> dialects() {
        return registry.dialects();
    }

    @Override
    public List<Revision> revisions() {
        return registry.revisions();
    }

    @Override
    public RevisionPlan plan(String revision) {
        return new RevisionPlan() {
            @Override
            public List<Step> upgrade(String dialect) {
                return List.of();
            }

            @Override
            public Optional<List<Step>> downgrade(String dialect) {
                return Optional.of(List.of());
            }

            @Override
            public String catalogue(String dialect) {
                return "";
            }
        };
    }
}
