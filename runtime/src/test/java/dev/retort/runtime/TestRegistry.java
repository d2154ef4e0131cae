package dev.retort.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A registry written by hand: what the compiler would have generated. */
final class TestRegistry implements MigrationRegistry {

    private final List<String> dialects;
    private final Map<String, Revision> revisions = new LinkedHashMap<>();
    private final Map<String, Steps> plans = new LinkedHashMap<>();
    private final AtomicInteger planCalls = new AtomicInteger();

    private TestRegistry(List<String> dialects) {
        this.dialects = dialects;
    }

    static TestRegistry empty() {
        return of("sqlite", "h2", "postgresql", "mariadb");
    }

    static TestRegistry of(String... dialects) {
        return new TestRegistry(List.of(dialects));
    }

    /** With checksum {@code sum-<id>}, no steps, and no way back until one is given. */
    TestRegistry revision(String id, String... revises) {
        return changed(id, "sum-" + id, revises);
    }

    TestRegistry changed(String id, String checksum, String... revises) {
        revisions.put(id, new Revision(id, List.of(revises), "message of " + id, checksum));
        plans.put(id, new Steps());
        return this;
    }

    /** Steps of the revision added last: statements, or steps. */
    TestRegistry up(Object... steps) {
        last().up = steps(steps);
        return this;
    }

    TestRegistry down(Object... steps) {
        last().down = Optional.of(steps(steps));
        return this;
    }

    /** The catalogue's changes by the revision added last. */
    TestRegistry catalogue(String... lines) {
        last().catalogue = String.join("\n", lines);
        return this;
    }

    private Steps last() {
        return new ArrayList<>(plans.values()).get(plans.size() - 1);
    }

    private static List<Step> steps(Object... steps) {
        List<Step> made = new ArrayList<>();
        for (Object step : steps) {
            made.add(step instanceof Step ready ? ready : Step.sql((String) step));
        }
        return made;
    }

    int planCalls() {
        return planCalls.get();
    }

    @Override
    public String name() {
        return "test.Migrations";
    }

    @Override
    public List<String> dialects() {
        return dialects;
    }

    @Override
    public List<Revision> revisions() {
        return List.copyOf(revisions.values());
    }

    @Override
    public RevisionPlan plan(String revision) {
        planCalls.incrementAndGet();
        return plans.get(revision);
    }

    private static final class Steps implements RevisionPlan {

        private List<Step> up = List.of();
        private String catalogue = "";
        private Optional<List<Step>> down = Optional.empty();

        @Override
        public List<Step> upgrade(String dialect) {
            return up;
        }

        @Override
        public String catalogue(String dialect) {
            return catalogue;
        }

        @Override
        public Optional<List<Step>> downgrade(String dialect) {
            return down;
        }
    }
}
