package dev.retort.processor.write;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.diff.RenameCandidate;
import dev.retort.processor.diff.Renames;
import dev.retort.processor.entity.ModelSet;
import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.finding.Location;
import dev.retort.processor.finding.Suggestions;
import dev.retort.processor.operation.Operation;
import dev.retort.processor.read.Environment;
import dev.retort.processor.read.Options;
import dev.retort.processor.read.WritingOptions;
import dev.retort.processor.replay.Histories;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code -Aretort.rename} chooses, and what it leaves open. */
final class RenameChoices {
    /** A table that is renamed shows which of its columns may be, which shows no more. */
    private static final int ROUNDS = 2;

    /** Notes of one finding. */
    private static final int LINES = 10;

    private final Environment environment;
    private final Histories histories;
    private final ModelSet models;
    private final Options options;

    RenameChoices(Environment environment, Histories histories, ModelSet models, Options options) {
        this.environment = environment;
        this.histories = histories;
        this.models = models;
        this.options = options;
    }

    /** By dialect; what names something that is not there is a finding. */
    Map<DatabaseDialect, List<Operation>> operations(Findings findings) {
        return operations(options.writing().renames(), findings);
    }

    private Map<DatabaseDialect, List<Operation>> operations(List<String> chosen, Findings findings) {
        Map<DatabaseDialect, List<Operation>> renames = new LinkedHashMap<>();
        Findings own = new Findings();
        for (DatabaseDialect dialect : environment.dialects()) {
            Findings ofDialect = new Findings();
            renames.put(
                    dialect,
                    Renames.of(
                            chosen,
                            dialect,
                            histories.of(dialect.toString()).head(),
                            models.model(dialect).schema(),
                            ofDialect));
            ofDialect.all().stream()
                    .filter(finding -> !own.all().contains(finding))
                    .forEach(own::add);
        }
        own.all().forEach(findings::add);
        return renames;
    }

    /**
     * What has to be chosen before a revision is written: a wrong guess would lose rows, so there is none.
     *
     * @param renames those that are chosen
     */
    Optional<Finding> open(Map<DatabaseDialect, List<Operation>> renames) {
        List<String> chosen = options.writing().renames();
        List<RenameCandidate> open = chosen.contains(WritingOptions.NO_RENAME) ? List.of() : candidates(renames);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        List<RenameCandidate> offered = new ArrayList<>();
        List<RenameCandidate> rivals = new ArrayList<>();
        Finding finding = Finding.error(
                FindingId.InvalidEnvironment,
                Location.nowhere(),
                "no revision is written before it is clear what was renamed");
        for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
            for (RenameCandidate candidate : open) {
                (offered.stream().anyMatch(candidate::excludes) ? rivals : offered).add(candidate);
            }
            open = candidates(operations(options(chosen, offered), new Findings()));
            open.removeIf(candidate -> Stream.concat(offered.stream(), rivals.stream())
                    .anyMatch(seen -> seen.option().equals(candidate.option())));
        }
        for (String reading : readings(Stream.concat(offered.stream(), rivals.stream()))) {
            finding = finding.note(reading);
        }
        finding = finding.help("say which are renames: " + option(options(chosen, offered)));
        if (!rivals.isEmpty()) {
            finding = finding.help("one has one name only: in place of some of these may stand "
                    + Suggestions.some(
                            rivals.stream().map(RenameCandidate::option).toList()));
        }
        List<String> rest = new ArrayList<>(chosen);
        rest.add(WritingOptions.NO_RENAME);
        return Optional.of(finding.help("or that the rest is none, and rows are dropped: " + option(rest)));
    }

    /** One line for each that is gone, however many may be it now: every pair would be too much to read. */
    private static List<String> readings(Stream<RenameCandidate> candidates) {
        Map<String, List<String>> newByGone = new LinkedHashMap<>();
        candidates.forEach(candidate -> newByGone
                .computeIfAbsent(candidate.from(), gone -> new ArrayList<>())
                .add(candidate.to()));
        List<String> lines = new ArrayList<>();
        newByGone.forEach((gone, added) -> lines.add(
                gone + " is gone, " + Suggestions.some(added) + (added.size() == 1 ? " is new" : " are new")));
        if (lines.size() <= LINES) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, LINES));
        first.add("and " + (lines.size() - LINES) + " more are gone");
        return first;
    }

    /** In any dialect, besides those that are chosen. */
    private List<RenameCandidate> candidates(Map<DatabaseDialect, List<Operation>> renames) {
        Map<String, RenameCandidate> open = new LinkedHashMap<>();
        for (DatabaseDialect dialect : environment.dialects()) {
            RevisionPlan.candidates(
                            environment, dialect, histories, models, options, renames.getOrDefault(dialect, List.of()))
                    .forEach(candidate -> open.putIfAbsent(candidate.option(), candidate));
        }
        return new ArrayList<>(open.values());
    }

    private static List<String> options(List<String> chosen, List<RenameCandidate> offered) {
        List<String> all = new ArrayList<>(chosen);
        offered.forEach(candidate -> all.add(candidate.option()));
        return all;
    }

    private static String option(List<String> renames) {
        return "-A" + WritingOptions.RENAME + "=" + String.join(",", renames);
    }
}
