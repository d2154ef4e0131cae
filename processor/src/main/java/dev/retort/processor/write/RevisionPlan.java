package dev.retort.processor.write;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.UnsupportedTypeException;
import dev.retort.processor.diff.Comments;
import dev.retort.processor.diff.Cures;
import dev.retort.processor.diff.RenameCandidate;
import dev.retort.processor.entity.ModelSet;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.read.Environment;
import dev.retort.processor.read.Options;
import dev.retort.processor.replay.Histories;
import dev.retort.processor.replay.Provenance;
import dev.retort.processor.replay.Trial;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a new revision does. Each dialect's cures are put in an order that applies and tried on its schema; what the
 * schema still lacks then is cured next, until nothing is left.
 */
final class RevisionPlan {
    /** What a first pass leaves is what it made possible: keys to new tables. */
    private static final int MOST_PASSES = 5;

    private final Environment environment;
    private final Histories histories;
    private final ModelSet models;
    private final Options options;
    private final Map<DatabaseDialect, Schema> schemas = new LinkedHashMap<>();
    private final Map<DatabaseDialect, Schema> withRows = new LinkedHashMap<>();
    private final Map<DatabaseDialect, Provenance> provenances = new LinkedHashMap<>();
    private final List<PlannedStep> steps = new ArrayList<>();
    private final Downgrade downgrade = new Downgrade();
    private final List<PlannedStep> countedBack = new ArrayList<>();
    private final Set<String> uncured = new LinkedHashSet<>();

    private RevisionPlan(Environment environment, Histories histories, ModelSet models, Options options) {
        this.environment = environment;
        this.histories = histories;
        this.models = models;
        this.options = options;
        for (DatabaseDialect dialect : environment.dialects()) {
            schemas.put(dialect, histories.of(dialect.toString()).head());
            provenances.put(dialect, histories.of(dialect.toString()).provenance());
        }
    }

    /** @param renames operations by dialect, which come before all others */
    static RevisionPlan of(
            Environment environment,
            Histories histories,
            ModelSet models,
            Options options,
            Map<DatabaseDialect, List<Operation>> renames) {
        RevisionPlan plan = new RevisionPlan(environment, histories, models, options);
        plan.append(renaming(renames));
        plan.follow(renames);
        plan.withRows.putAll(plan.schemas);
        boolean hasMore = true;
        for (int pass = 0; hasMore && pass < MOST_PASSES; pass++) {
            hasMore = plan.append(plan.cures());
        }
        return plan;
    }

    /** What may have been renamed in one dialect besides what is chosen. */
    static List<RenameCandidate> candidates(
            Environment environment,
            DatabaseDialect dialect,
            Histories histories,
            ModelSet models,
            Options options,
            List<Operation> renames) {
        RevisionPlan plan = new RevisionPlan(environment, histories, models, options);
        plan.append(renaming(Map.of(dialect, renames)));
        return plan.cures(dialect).map(Cures::renames).orElse(List.of());
    }

    private static Map<DatabaseDialect, Collection<Placed>> renaming(Map<DatabaseDialect, List<Operation>> operations) {
        Map<DatabaseDialect, Collection<Placed>> placed = new LinkedHashMap<>();
        operations.forEach((dialect, all) -> placed.put(
                dialect,
                all.stream()
                        .map(operation -> Placed.at(Phase.RENAME, operation))
                        .toList()));
        return placed;
    }

    /** What a generator has counted for a table goes on under its new name. */
    private void follow(Map<DatabaseDialect, List<Operation>> renames) {
        Map<DatabaseDialect, List<Operation>> forward = new LinkedHashMap<>();
        Map<DatabaseDialect, List<Operation>> back = new LinkedHashMap<>();
        renames.forEach((dialect, operations) -> {
            CountedRows counted = new CountedRows(dialect, models.model(dialect), schema(dialect));
            forward.put(dialect, counted.forward(operations));
            back.put(dialect, counted.back(operations));
        });
        append(renaming(forward));
        together(renaming(back))
                .forEach((placed, dialects) -> countedBack.add(new PlannedStep(
                        placed.step(),
                        dialects.stream().map(DatabaseDialect::toString).toList())));
    }

    private Map<DatabaseDialect, Collection<Placed>> cures() {
        Map<DatabaseDialect, List<Operation>> cures = new LinkedHashMap<>();
        uncured.clear();
        for (DatabaseDialect dialect : environment.dialects()) {
            cures(dialect).ifPresent(found -> {
                cures.put(dialect, found.operations());
                uncured.addAll(found.uncured());
            });
        }
        TableOrder created = TableOrder.of(cures.values().stream()
                .flatMap(List::stream)
                .flatMap(RevisionPlan::created)
                .toList());
        TableOrder dropped = TableOrder.of(cures.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().flatMap(operation -> dropped(schema(entry.getKey()), operation)))
                .toList());
        Map<DatabaseDialect, Collection<Placed>> placed = new LinkedHashMap<>();
        cures.forEach((dialect, operations) -> placed.put(
                dialect,
                Segment.of(
                        dialect,
                        schema(dialect),
                        withRows.getOrDefault(dialect, Schema.empty()),
                        models.model(dialect),
                        operations,
                        created,
                        dropped)));
        return placed;
    }

    /** Empty where the dialect lacks a type, which the rendering of SQL says. */
    private Optional<Cures> cures(DatabaseDialect dialect) {
        try {
            return Optional.of(Cures.of(
                    environment,
                    dialect,
                    provenances.getOrDefault(
                            dialect, histories.of(dialect.toString()).provenance()),
                    schema(dialect),
                    models.model(dialect),
                    options));
        } catch (UnsupportedTypeException saidElsewhere) {
            return Optional.empty();
        }
    }

    private Schema schema(DatabaseDialect dialect) {
        return schemas.getOrDefault(dialect, Schema.empty());
    }

    private static Stream<Table> created(Operation operation) {
        return operation instanceof Operation.CreateTable create ? Stream.of(create.table()) : Stream.empty();
    }

    private static Stream<Table> dropped(Schema schema, Operation operation) {
        return operation instanceof Operation.DropTable drop ? schema.table(drop.table()).stream() : Stream.empty();
    }

    /** What several dialects do alike is one step. */
    private static Map<Placed, List<DatabaseDialect>> together(Map<DatabaseDialect, Collection<Placed>> byDialect) {
        Map<Placed, Placed> firsts = new LinkedHashMap<>();
        Map<Placed, List<DatabaseDialect>> merged = new LinkedHashMap<>();
        byDialect.forEach((dialect, placed) -> placed.forEach(step -> merged.computeIfAbsent(
                        firsts.computeIfAbsent(step.key(), key -> step), first -> new ArrayList<>())
                .add(dialect)));
        return merged;
    }

    /** False when there is nothing to do. */
    private boolean append(Map<DatabaseDialect, Collection<Placed>> byDialect) {
        Map<Placed, List<DatabaseDialect>> merged = together(byDialect);
        merged.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Placed, List<DatabaseDialect>> entry) ->
                                entry.getKey().phase())
                        .thenComparing(entry -> entry.getKey().rank()))
                .forEach(entry -> append(entry.getKey().step(), entry.getValue()));
        return !merged.isEmpty();
    }

    private void append(Step step, List<DatabaseDialect> needing) {
        List<DatabaseDialect> dialects =
                step instanceof Step.Change change ? Comments.spread(change.operation(), needing, schemas) : needing;
        steps.add(new PlannedStep(
                step, dialects.stream().map(DatabaseDialect::toString).toList()));
        if (step instanceof Step.Change change) {
            for (DatabaseDialect dialect : dialects) {
                Schema before = schema(dialect);
                // What cannot be applied is said when the revision is compiled, at its own line.
                Trial.apply(before, change.operation()).ifPresent(after -> {
                    downgrade.undo(change.operation(), dialect, before, after);
                    schemas.put(dialect, after);
                    provenances.computeIfPresent(dialect, (key, known) -> known.behind(change.operation()));
                });
            }
            downgrade.next();
        }
    }

    List<PlannedStep> upgrade() {
        return List.copyOf(steps);
    }

    List<PlannedStep> downgrade() {
        List<PlannedStep> all = new ArrayList<>(countedBack);
        all.addAll(downgrade.steps(schemas, withRows));
        return all;
    }

    /** What no operation cures, as findings say it. */
    List<String> uncured() {
        return List.copyOf(uncured);
    }
}
