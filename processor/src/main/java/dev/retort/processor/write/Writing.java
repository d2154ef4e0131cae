package dev.retort.processor.write;

import dev.retort.processor.chain.Chain;
import dev.retort.processor.chain.RevisionGraph;
import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.entity.ModelSet;
import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.read.DeclaredRevision;
import dev.retort.processor.read.Environment;
import dev.retort.processor.read.Options;
import dev.retort.processor.read.WritingOptions;
import dev.retort.processor.replay.Histories;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/** Writes the migrations that {@code -Aretort.revision} and {@code -Aretort.merge} ask for. */
public final class Writing {
    /** A variable that does not exist, so that nothing compiles before someone has decided. */
    private static final String UNDECIDED = "undecided";

    private final ProcessingEnvironment javac;
    private final Environment environment;
    private final Options options;
    private final Findings findings;

    private Writing(ProcessingEnvironment javac, Environment environment, Options options, Findings findings) {
        this.javac = javac;
        this.environment = environment;
        this.options = options;
        this.findings = findings;
    }

    /**
     * Writes a migration that cures the drift. Without drift it says so, or writes an empty one where that is asked for.
     *
     * @param models empty where no entity is in view
     * @return whether the drift is in a file now, so that nobody needs to be told of it
     */
    public static boolean revises(
            ProcessingEnvironment javac,
            Environment environment,
            Histories histories,
            Optional<ModelSet> models,
            Options options,
            Findings findings) {
        Optional<String> message = options.writing().revision();
        return message.isPresent()
                && new Writing(javac, environment, options, findings).revision(message.get(), histories, models);
    }

    /**
     * Writes a migration that merges the heads, where several heads are all that is wrong with the chain. Where there is
     * nothing to merge it says so.
     *
     * @return whether it is written, so that nobody needs to be told of the heads
     */
    public static boolean merges(
            ProcessingEnvironment javac, Environment environment, Options options, Findings findings) {
        Optional<String> message = options.writing().merge();
        if (message.isEmpty()) {
            return false;
        }
        List<DeclaredRevision> heads = RevisionGraph.heads(environment.revisions());
        if (!Chain.lacksMergeOnly(environment.revisions())) {
            if (heads.size() < 2) {
                findings.note("no merge is written: the migrations of " + environment.registry() + " have "
                        + (heads.isEmpty()
                                ? "no head"
                                : "one head, " + heads.get(0).describe()));
            }
            return false;
        }
        Optional<WrittenRevision> written = new Writing(javac, environment, options, findings)
                .write(message.get(), heads.stream().map(DeclaredRevision::id).toList(), List.of(), List.of());
        written.ifPresent(merge -> findings.stop(
                "the merge " + merge.revision() + " is written, but no part of this compilation: compile again"));
        return written.isPresent();
    }

    /**
     * Writes an empty migration where one is asked for whatever differs: the model is not looked at, and need not be fit to be.
     *
     * @return whether it was asked for
     */
    public static boolean leavesEmpty(
            ProcessingEnvironment javac,
            Environment environment,
            RevisionGraph graph,
            Options options,
            Findings findings) {
        Optional<String> message = options.writing().revision();
        if (message.isEmpty() || options.writing().empty() != WritingOptions.Empty.ONLY) {
            return false;
        }
        List<String> parents = RevisionGraph.heads(graph.inOrder()).stream()
                .map(DeclaredRevision::id)
                .toList();
        new Writing(javac, environment, options, findings)
                .write(message.get(), parents, List.of(), List.of())
                .ifPresent(written -> findings.stop("the revision " + written.revision()
                        + " is written, but no part of this compilation: fill it and compile again"));
        return true;
    }

    private boolean revision(String message, Histories histories, Optional<ModelSet> models) {
        List<String> parents =
                histories.head().map(DeclaredRevision::id).map(List::of).orElse(List.of());
        Optional<RevisionPlan> plan = Optional.empty();
        if (models.isPresent()) {
            RenameChoices choices = new RenameChoices(environment, histories, models.get(), options);
            Map<DatabaseDialect, List<Operation>> renames = choices.operations(findings);
            Optional<Finding> open = findings.hasErrors() ? Optional.empty() : choices.open(renames);
            open.ifPresent(findings::add);
            if (findings.hasErrors()) {
                return false;
            }
            plan = Optional.of(RevisionPlan.of(environment, histories, models.get(), options, renames));
        }
        List<PlannedStep> upgrade = plan.map(RevisionPlan::upgrade).orElse(List.of());
        List<String> uncured = plan.map(RevisionPlan::uncured).orElse(List.of());
        if (upgrade.isEmpty() && options.writing().empty() == WritingOptions.Empty.FALSE) {
            findings.note(
                    uncured.isEmpty()
                            ? "no revision is written: the migrations of " + environment.registry()
                                    + " lead to the model; -A" + WritingOptions.EMPTY + "=true writes an empty one"
                            : "no revision is written: no operation cures what differs");
            return false;
        }
        List<String> families =
                environment.dialects().stream().map(DatabaseDialect::toString).toList();
        List<String> statements = new ArrayList<>();
        uncured.forEach(summary -> statements.add("// " + summary + ".\n"
                + "// No operation cures that: create the table anew, or change the entity, and delete this line.\n"
                + "op.execute(" + UNDECIDED + ");"));
        statements.addAll(Body.statements(upgrade, families));
        Optional<WrittenRevision> written = write(
                message,
                parents,
                statements,
                Body.statements(plan.map(RevisionPlan::downgrade).orElse(List.of()), families));
        boolean curesAll = written.isPresent() && !upgrade.isEmpty() && uncured.isEmpty();
        if (curesAll && options.driftIsError()) {
            findings.stop("the revision " + written.get().revision()
                    + " is written, but no part of this compilation: read it and compile again");
        }
        return curesAll;
    }

    private Optional<WrittenRevision> write(
            String message, List<String> parents, List<String> upgrade, List<String> downgrade) {
        Optional<Destination> destination = Destination.of(javac, environment, options.writing(), findings);
        if (destination.isEmpty()) {
            return Optional.empty();
        }
        try {
            WrittenRevision written = RevisionWriter.write(
                    destination.get().sourceDirectory(),
                    new NewRevision(destination.get().packageName(), message, parents, upgrade, downgrade),
                    environment.revisions().stream().map(DeclaredRevision::id).toList(),
                    destination.get().classNames());
            findings.note("wrote revision " + written.revision() + " (" + message + ") to " + written.file());
            return Optional.of(written);
        } catch (IOException failed) {
            findings.stop(
                    "no migration can be written into " + destination.get().sourceDirectory() + ": " + failed);
            return Optional.empty();
        }
    }
}
