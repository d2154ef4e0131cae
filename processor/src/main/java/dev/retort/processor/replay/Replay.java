package dev.retort.processor.replay;

import dev.retort.processor.chain.RevisionGraph;
import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.operation.Checksum;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.operation.RowOperation;
import dev.retort.processor.read.DeclaredRevision;
import dev.retort.processor.replay.History.Applied;
import dev.retort.processor.replay.History.Replayed;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.source.Instruction;
import dev.retort.processor.source.MigrationProgram;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Programs to schemas. A revision meets the schema of its own ancestors and nothing else: so it is what a database at
 * those ancestors has, whichever other branches it may have or lack.
 */
public final class Replay {
    private static final String ONE_BEHIND_THE_OTHER =
            "put one branch behind the other: let its first revision revise the last of the other";

    /** A merge has two or three parents; of one with thousands not each is tried before all others. */
    private static final int BRANCHES_TRIED_FIRST = 16;

    private final RevisionGraph graph;
    private final List<String> dialects;
    private final Findings findings;
    private final Map<String, MigrationProgram> programs = new HashMap<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, Schema> after = new HashMap<>();
    private final Provenance provenance = new Provenance();

    /** @param dialects all of which have the same schemas */
    private Replay(RevisionGraph graph, List<MigrationProgram> programs, List<String> dialects, Findings findings) {
        this.graph = graph;
        this.dialects = dialects;
        this.findings = findings;
        programs.forEach(program -> this.programs.put(program.revision().id(), program));
        graph.inOrder().forEach(revision -> order.put(revision.id(), order.size()));
    }

    /** @param dialects the families that every {@code execute} by dialect must have a text for */
    public static Histories run(
            RevisionGraph graph, List<MigrationProgram> programs, List<String> dialects, Findings findings) {
        List<Instruction> all = programs.stream()
                .flatMap(program -> Stream.concat(
                        program.upgrade().stream(), program.downgrade().stream().flatMap(List::stream)))
                .toList();
        all.forEach(instruction -> ExecuteChecks.checkFamilies(instruction, findings));
        boolean differ = all.stream().anyMatch(instruction -> instruction.operation() instanceof Operation.OnDialect);
        List<List<String>> groups = differ ? dialects.stream().map(List::of).toList() : List.of(dialects);
        Map<String, History> histories = new LinkedHashMap<>();
        DialectFindings found = new DialectFindings(dialects);
        for (List<String> group : groups) {
            Findings own = new Findings();
            History history = new Replay(graph, programs, group, own).history();
            found.add(group, own);
            group.forEach(family -> histories.put(family, history));
        }
        found.addTo(findings);
        return new Histories(histories);
    }

    /** What a body says to these dialects. */
    private List<Instruction> own(List<Instruction> body) {
        return body.stream()
                .flatMap(instruction -> instruction.operation() instanceof Operation.OnDialect some
                        ? some.dialects().containsAll(dialects)
                                ? Stream.of(new Instruction(some.operation(), instruction.place(), instruction.parts()))
                                : Stream.empty()
                        : Stream.of(instruction))
                .toList();
    }

    private History history() {
        List<Replayed> replayed = new ArrayList<>();
        for (DeclaredRevision revision : graph.inOrder()) {
            before(revision)
                    .ifPresent(before -> upgrade(program(revision.id()), before).ifPresent(replayed::add));
        }
        Schema head = graph.head()
                .map(revision -> after.getOrDefault(revision.id(), Schema.empty()))
                .orElse(Schema.empty());
        return new History(replayed, head, provenance);
    }

    private MigrationProgram program(String id) {
        return Objects.requireNonNull(programs.get(id), id);
    }

    /** The schema of all ancestors; empty when one of them could not be replayed, which has been said already. */
    private Optional<Schema> before(DeclaredRevision revision) {
        if (!after.keySet().containsAll(revision.revises())) {
            return Optional.empty();
        }
        if (revision.revises().isEmpty()) {
            return Optional.of(Schema.empty());
        }
        if (revision.revises().size() == 1) {
            return Optional.of(
                    Objects.requireNonNull(after.get(revision.revises().get(0))));
        }
        return merged(revision);
    }

    /**
     * Databases come to a merge by several ways: a new one in the order of the registry, an older one with one branch
     * first. All must end in one schema. The branches the other way round bring any two of them into both orders, however
     * many there are.
     */
    private Optional<Schema> merged(DeclaredRevision merge) {
        List<List<String>> ways = new ArrayList<>();
        Set<String> lineage = graph.lineage(merge.id());
        ways.add(graph.inOrder().stream()
                .map(DeclaredRevision::id)
                .filter(id -> lineage.contains(id) && !id.equals(merge.id()))
                .toList());
        List<String> parents = merge.revises();
        int most = Math.min(parents.size(), BRANCHES_TRIED_FIRST);
        for (String first : parents.subList(0, most)) {
            List<String> order = new ArrayList<>(List.of(first));
            order.addAll(parents);
            ways.add(way(order));
        }
        List<String> backwards = new ArrayList<>(parents);
        Collections.reverse(backwards);
        ways.add(way(backwards));
        Findings own = new Findings();
        Optional<Schema> reached = replayWays(ways, merge, own);
        if (reached.isEmpty()) {
            Optional<Finding> clash = clash(merge);
            clash.ifPresent(findings::add);
            own.all().stream().filter(finding -> clash.isEmpty()).forEach(findings::add);
        }
        return reached;
    }

    /** One branch after the other, each with what it revises. */
    private List<String> way(List<String> branches) {
        List<String> way = new ArrayList<>();
        Set<String> applied = new HashSet<>();
        branches.forEach(branch -> way.addAll(notApplied(branch, applied)));
        return way;
    }

    private Optional<Schema> replayWays(List<List<String>> ways, DeclaredRevision merge, Findings own) {
        Optional<Schema> reached = Optional.empty();
        for (List<String> way : ways) {
            Optional<Schema> schema = replayWay(way, merge, own);
            if (schema.isEmpty()) {
                return schema;
            }
            List<String> differences = SchemaDifferences.list(reached.orElse(schema.get()), schema.get());
            if (!differences.isEmpty()) {
                own.add(ambiguous(
                        merge, "lead to different schemas, depending on which is applied first", differences));
                return Optional.empty();
            }
            reached = schema;
        }
        return reached;
    }

    private static Finding ambiguous(DeclaredRevision merge, String what, List<String> facts) {
        Finding finding = Finding.error(
                FindingId.AmbiguousMerge,
                merge.place(),
                "the branches that revision " + merge.describe() + " merges " + what);
        for (String fact : facts.subList(0, Math.min(facts.size(), 10))) {
            finding = finding.note(fact);
        }
        return finding.help(ONE_BEHIND_THE_OTHER);
    }

    /** The first two operations, of two branches, that do not commute. */
    private Optional<Finding> clash(DeclaredRevision merge) {
        List<String> parents = merge.revises();
        int most = Math.min(parents.size(), BRANCHES_TRIED_FIRST);
        for (int i = 0; i < most; i++) {
            for (int j = i + 1; j < most; j++) {
                Optional<Commutation.Clash> clash = clash(parents.get(i), parents.get(j));
                if (clash.isPresent()) {
                    List<String> facts = new ArrayList<>(List.of(
                            clash.get().one().describe(), clash.get().other().describe()));
                    facts.addAll(clash.get().facts());
                    return Optional.of(ambiguous(
                            merge,
                            clash.get().isOrdered()
                                    ? "can be applied in one order only, but databases may have either first"
                                    : "lead to different schemas, depending on which is applied first",
                            facts));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Commutation.Clash> clash(String one, String other) {
        Set<String> common = new HashSet<>(graph.lineage(one));
        common.retainAll(graph.lineage(other));
        Schema base = Schema.empty();
        for (Commutation.Step step : steps(common, Set.of())) {
            Optional<Schema> next = Trial.apply(base, step.instruction().operation());
            if (next.isEmpty()) {
                return Optional.empty();
            }
            base = next.get();
        }
        return new Commutation(base).clash(steps(graph.lineage(one), common), steps(graph.lineage(other), common));
    }

    /** In the registry's order. */
    private List<Commutation.Step> steps(Set<String> revisions, Set<String> without) {
        return graph.inOrder().stream()
                .filter(revision -> revisions.contains(revision.id()) && !without.contains(revision.id()))
                .flatMap(revision -> own(program(revision.id()).upgrade()).stream()
                        .map(instruction -> new Commutation.Step(revision, instruction)))
                .toList();
    }

    private Optional<Schema> replayWay(List<String> way, DeclaredRevision merge, Findings own) {
        Schema schema = Schema.empty();
        for (String id : way) {
            for (Instruction instruction : own(program(id).upgrade())) {
                Optional<Schema> next = apply(
                        schema,
                        instruction,
                        own,
                        finding -> finding.note("when revision " + merge.describe()
                                        + " merges the branches and another branch is applied before this one")
                                .help(ONE_BEHIND_THE_OTHER));
                if (next.isEmpty()) {
                    return next;
                }
                schema = next.get();
            }
        }
        return Optional.of(schema);
    }

    /** What leads to {@code parent} beyond what is applied, oldest first; all of it is applied from now on. */
    private List<String> notApplied(String parent, Set<String> applied) {
        Map<Integer, String> found = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(parent));
        while (!open.isEmpty()) {
            String id = open.pop();
            if (applied.add(id)) {
                found.put(Objects.requireNonNull(order.get(id)), id);
                open.addAll(graph.get(id).revises());
            }
        }
        return List.copyOf(found.values());
    }

    private Optional<Replayed> upgrade(MigrationProgram program, Schema before) {
        List<Instruction> body = own(program.upgrade());
        Optional<List<Applied>> upgrade = replay(body, before);
        if (upgrade.isEmpty()) {
            return Optional.empty();
        }
        body.forEach(instruction -> {
            ExecuteChecks.check(instruction, dialects, findings);
            provenance.record(instruction);
        });
        Schema reached = schemaAfter(upgrade.get(), before);
        after.put(program.revision().id(), reached);
        Optional<List<Applied>> downgrade = program.downgrade().isPresent()
                ? writtenDowngrade(program, before, reached)
                : derivedDowngrade(program, upgrade.get(), before, reached);
        String checksum = Checksum.of(
                program.upgrade().stream().map(Instruction::operation).toList());
        return Optional.of(new Replayed(program.revision(), checksum, upgrade.get(), downgrade, before, reached));
    }

    private Optional<List<Applied>> writtenDowngrade(MigrationProgram program, Schema before, Schema reached) {
        List<Instruction> instructions = own(program.downgrade().orElseThrow());
        instructions.forEach(instruction -> ExecuteChecks.check(instruction, dialects, findings));
        Optional<List<Applied>> downgrade = replay(instructions, reached);
        downgrade.ifPresent(operations -> compare(program, before, schemaAfter(operations, reached)));
        return downgrade;
    }

    private Optional<List<Applied>> derivedDowngrade(
            MigrationProgram program, List<Applied> upgrade, Schema before, Schema reached) {
        List<Instruction> reversed = new ArrayList<>();
        for (int i = upgrade.size() - 1; i >= 0; i--) {
            Applied applied = upgrade.get(i);
            Optional<List<Operation>> reverse = goesWithItsTable(upgrade.subList(0, i), applied.operation())
                    ? Optional.of(List.of())
                    : applied.operation().reverse(applied.before());
            if (reverse.isEmpty()) {
                findings.add(Finding.warning(
                                FindingId.IrreversibleRevision,
                                applied.place(),
                                "revision " + program.revision().describe() + " cannot be downgraded: nothing reverses "
                                        + applied.operation().describe())
                        .help("write downgrade; an empty body says that there is nothing to undo"));
                return Optional.empty();
            }
            reverse.get().forEach(operation -> reversed.add(new Instruction(operation, applied.place(), Map.of())));
        }
        Optional<List<Applied>> downgrade = replay(reversed, reached);
        downgrade.ifPresent(operations -> compare(program, before, schemaAfter(operations, reached)));
        return downgrade;
    }

    /** Rows of a table that the same revision has made. */
    private static boolean goesWithItsTable(List<Applied> earlier, Operation operation) {
        if (!(operation instanceof RowOperation rows)) {
            return false;
        }
        Set<String> made = new HashSet<>();
        for (Applied applied : earlier) {
            if (applied.operation() instanceof Operation.CreateTable create) {
                made.add(create.table().name().key());
            } else if (applied.operation() instanceof Operation.RenameTable rename
                    && made.remove(rename.table().key())) {
                made.add(rename.table().renamed(rename.newName()).key());
            }
        }
        return made.contains(rows.table().key());
    }

    private void compare(MigrationProgram program, Schema before, Schema downgraded) {
        List<String> differences = SchemaDifferences.list(before, downgraded);
        if (differences.isEmpty()) {
            return;
        }
        Finding finding = Finding.error(
                FindingId.DowngradeMismatch,
                program.downgradePlace(),
                "downgrade of revision " + program.revision().describe()
                        + " does not lead back to the schema before it");
        for (String difference : differences.subList(0, Math.min(differences.size(), 10))) {
            finding = finding.note(difference);
        }
        if (differences.size() > 10) {
            finding = finding.note("and " + (differences.size() - 10) + " more");
        }
        findings.add(finding.help("undo what upgrade does, or leave downgrade out to have it derived"));
    }

    /** Empty when an operation fails, which is said. */
    private Optional<List<Applied>> replay(List<Instruction> instructions, Schema start) {
        List<Applied> applied = new ArrayList<>();
        Schema schema = start;
        for (Instruction instruction : instructions) {
            Optional<Schema> next = apply(schema, instruction, findings, finding -> finding);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            applied.add(new Applied(instruction.operation(), schema, instruction.place()));
            schema = next.get();
        }
        return Optional.of(applied);
    }

    private static Optional<Schema> apply(
            Schema schema, Instruction instruction, Findings findings, UnaryOperator<Finding> detail) {
        try {
            return Optional.of(SchemaChange.apply(schema, instruction.operation()));
        } catch (InvalidOperationException invalid) {
            findings.add(detail.apply(Finding.error(
                            FindingId.InvalidOperation,
                            instruction.placeOf(invalid.part()),
                            instruction.operation().describe() + " cannot be applied: " + invalid.summary())
                    .help(invalid.help())));
            return Optional.empty();
        }
    }

    private static Schema schemaAfter(List<Applied> applied, Schema start) {
        if (applied.isEmpty()) {
            return start;
        }
        Applied last = applied.get(applied.size() - 1);
        return SchemaChange.apply(last.before(), last.operation());
    }
}
