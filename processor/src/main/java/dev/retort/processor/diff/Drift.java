package dev.retort.processor.diff;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.UnsupportedTypeException;
import dev.retort.processor.diff.Difference.Grade;
import dev.retort.processor.entity.Model;
import dev.retort.processor.entity.ModelSet;
import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import dev.retort.processor.finding.Severity;
import dev.retort.processor.finding.Silence;
import dev.retort.processor.operation.Alike;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.read.Environment;
import dev.retort.processor.read.Options;
import dev.retort.processor.replay.Histories;
import dev.retort.processor.replay.History;
import dev.retort.processor.schema.Schema;
import dev.retort.processor.suggest.OperationSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Head against model in every dialect. A new aspect is a new class and a line here. */
public final class Drift {
    private static final List<Aspect> ASPECTS = List.of(
            new ObjectAspect(),
            new NamedEnumAspect(),
            new TableAspect(),
            new ColumnAspect(),
            new TypeAspect(),
            new GenerationAspect(),
            new NullabilityAspect(),
            new DefaultAspect(),
            new PrimaryKeyAspect(),
            new UniqueAspect(),
            new IndexAspect(),
            new ForeignKeyAspect(),
            new CheckAspect(),
            new SequenceAspect(),
            new CommentAspect(),
            new ViewAspect());

    /** What makes differences of several dialects one. */
    private record Kind(FindingId id, String summary) {}

    private Drift() {}

    /** Adds a finding for each difference; none when the application can live on what the migrations make. */
    public static void find(
            Environment environment, Histories histories, ModelSet models, Options options, Findings findings) {
        Location fallback = fallback(environment);
        Map<DatabaseDialect, Schema> heads = new LinkedHashMap<>();
        Map<Kind, Map<DatabaseDialect, Difference>> found = new LinkedHashMap<>();
        for (DatabaseDialect dialect : environment.dialects()) {
            heads.put(dialect, histories.of(dialect.toString()).head());
            for (Difference difference : differences(
                    dialect,
                    histories.of(dialect.toString()),
                    models.model(dialect),
                    new Unmapped(environment.unmapped()),
                    fallback)) {
                found.computeIfAbsent(new Kind(difference.id(), difference.summary()), kind -> new LinkedHashMap<>())
                        .putIfAbsent(dialect, difference);
            }
        }
        Digest digest = new Digest();
        found.values()
                .forEach(byDialect -> finding(heads, histories, byDialect, options)
                        .filter(finding -> !Silence.covers(finding))
                        .ifPresent(finding -> digest.add(
                                byDialect.values().iterator().next().subject(),
                                finding,
                                byDialect.values().stream()
                                        .anyMatch(one -> !one.cure().isEmpty()))));
        digest.report(findings, fallback);
    }

    /** Where findings are that have no place of their own. */
    static Location fallback(Environment environment) {
        return environment.place() instanceof Location.Nowhere
                        && !environment.mapped().isEmpty()
                ? Location.of(environment.mapped().get(0))
                : environment.place();
    }

    /** Those of one dialect, whatever their grade. Their cures apply in this order; an operation may be in several. */
    static List<Difference> differences(
            DatabaseDialect dialect, History history, Model model, Unmapped unmapped, Location fallback) {
        return physical(dialect, history.head())
                .map(physical -> differences(new Comparison(
                        dialect,
                        history.head(),
                        physical,
                        model,
                        history.provenance(),
                        unmapped,
                        new NewNames(history.head()),
                        fallback)))
                .orElse(List.of());
    }

    static List<Difference> differences(Comparison comparison) {
        return ASPECTS.stream()
                .flatMap(aspect -> aspect.compare(comparison).stream())
                .toList();
    }

    /** Empty where a dialect lacks a type: the rendering of SQL says so, at the operation. */
    private static Optional<Schema> physical(DatabaseDialect dialect, Schema head) {
        try {
            return Optional.of(dialect.physical(head));
        } catch (UnsupportedTypeException saidElsewhere) {
            return Optional.empty();
        }
    }

    private static Optional<Finding> finding(
            Map<DatabaseDialect, Schema> heads,
            Histories histories,
            Map<DatabaseDialect, Difference> byDialect,
            Options options) {
        Difference first = byDialect.values().iterator().next();
        if (first.grade() == Grade.SURPLUS && options.surplus() == Options.Surplus.IGNORE) {
            return Optional.empty();
        }
        boolean isError =
                first.grade() == Grade.SURPLUS ? options.surplus() == Options.Surplus.ERROR : options.driftIsError();
        Finding finding = new Finding(
                first.id(),
                isError ? Severity.ERROR : Severity.WARNING,
                first.summary(),
                first.place(),
                List.of(),
                List.of());
        String head = histories
                .head()
                .map(revision -> "schema at head " + revision.describe())
                .orElse("an empty schema, no migration");
        finding = finding.note(head + ", "
                + (byDialect.size() == 1 ? "dialect " : "dialects ")
                + byDialect.keySet().stream().map(DatabaseDialect::toString).collect(Collectors.joining(", ")));
        Optional<String> other = first.declared().flatMap(Location::describe);
        if (other.isPresent()) {
            finding = finding.note("declared at " + other.get());
        }
        String cure = cure(byDialect, heads);
        if (!cure.isEmpty()) {
            finding = finding.help(histories
                            .head()
                            .map(revision -> "add to a new migration that revises " + revision.id())
                            .orElse("add to the first migration")
                    + "\n" + cure);
        }
        for (String advice : first.advice()) {
            finding = finding.help(advice);
        }
        return Optional.of(finding);
    }

    /** For all declared dialects at once where they agree, else in a block for those that do. Empty without a cure. */
    private static String cure(Map<DatabaseDialect, Difference> byDialect, Map<DatabaseDialect, Schema> heads) {
        Map<List<Operation>, List<Operation>> firsts = new HashMap<>();
        Map<List<Operation>, List<DatabaseDialect>> dialectsByCure = new LinkedHashMap<>();
        byDialect.forEach((dialect, difference) -> dialectsByCure
                .computeIfAbsent(
                        firsts.computeIfAbsent(
                                difference.cure().stream().map(Alike::key).toList(), key -> difference.cure()),
                        cure -> new ArrayList<>())
                .add(dialect));
        List<String> statements = new ArrayList<>();
        dialectsByCure.forEach((cure, dialects) -> {
            List<String> code = cure.stream().map(OperationSource::of).toList();
            List<DatabaseDialect> all = cure.size() == 1 ? Comments.spread(cure.get(0), dialects, heads) : dialects;
            if (all.size() == heads.size()) {
                statements.addAll(code);
            } else if (!cure.isEmpty()) {
                statements.addAll(OperationSource.onDialects(
                        all.stream().map(DatabaseDialect::toString).toList(), code));
            }
        });
        return String.join("\n", statements);
    }
}
