package dev.retort.commands.text;

import dev.retort.runtime.HistoryEntry;
import dev.retort.runtime.Revision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The revisions of a registry in words, as Alembic's {@code Script.cmd_format} and {@code log_entry} have them. Immutable. */
public final class Revisions {
    private final List<Revision> all;
    private final Map<String, List<String>> children = new HashMap<>();

    public Revisions(List<Revision> all) {
        this.all = List.copyOf(all);
        for (Revision revision : all) {
            for (String parent : revision.revises()) {
                children.computeIfAbsent(parent, key -> new ArrayList<>()).add(revision.id());
            }
        }
    }

    /** Of one revision, in the registry's order. */
    public List<String> children(String id) {
        return children.getOrDefault(id, List.of());
    }

    public boolean isHead(Revision revision) {
        return children(revision.id()).isEmpty();
    }

    public boolean isBranchPoint(Revision revision) {
        return children(revision.id()).size() > 1;
    }

    private static boolean isMergePoint(Revision revision) {
        return revision.revises().size() > 1;
    }

    /** Of a set of revisions, those that none of its others revises, in its order. */
    public static List<Revision> heads(List<Revision> set) {
        Set<String> revised = set.stream()
                .flatMap(revision -> revision.revises().stream())
                .collect(Collectors.toCollection(HashSet::new));
        return set.stream().filter(revision -> !revised.contains(revision.id())).toList();
    }

    /** How many of a list, with the word in its number. */
    public static String count(int number) {
        return number == 1 ? "1 revision" : number + " revisions";
    }

    /** {@code 9c41d07be2aa (head) (current), Add user preferences}. */
    public String line(Revision revision, Marks marks) {
        return revision.id() + marks(revision, marks) + messageAfter(revision);
    }

    /** What stands behind an id. */
    public static String messageAfter(Revision revision) {
        return revision.message().isEmpty() ? "" : ", " + oneLine(revision.message());
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private String marks(Revision revision, Marks marks) {
        return (isHead(revision) ? " (head)" : "")
                + (isBranchPoint(revision) ? " (branchpoint)" : "")
                + (isMergePoint(revision) ? " (mergepoint)" : "")
                + (marks.current().contains(revision.id()) ? " (current)" : "")
                + marks.entry(revision.id()).map(Revisions::status).orElse("");
    }

    private static String status(HistoryEntry entry) {
        return switch (entry.status()) {
            case APPLIED -> "";
            case PENDING -> " (pending)";
            case UPGRADE_UNFINISHED -> " (upgrade stopped after step " + entry.stepsDone() + ")";
            case DOWNGRADE_UNFINISHED -> " (downgrade stopped after step " + entry.stepsDone() + ")";
        };
    }

    /** Several lines, with everything that is known. */
    public String entry(Revision revision, Marks marks) {
        StringBuilder text = new StringBuilder("Rev: ")
                .append(revision.id())
                .append(marks(revision, marks))
                .append('\n');
        text.append(isMergePoint(revision) ? "Merges: " : "Parent: ")
                .append(revision.revises().isEmpty() ? "<base>" : String.join(", ", revision.revises()));
        if (isBranchPoint(revision)) {
            text.append("\nBranches into: ").append(String.join(", ", children(revision.id())));
        }
        marks.entry(revision.id()).ifPresent(entry -> {
            entry.appliedAt().ifPresent(at -> text.append("\nApplied: ").append(at));
            entry.appliedBy().ifPresent(user -> text.append(" by ").append(user));
            entry.duration()
                    .ifPresent(
                            time -> text.append(", in ").append(time.toMillis()).append(" ms"));
        });
        if (!revision.message().isEmpty()) {
            text.append("\n\n    ").append(revision.message().strip().replace("\n", "\n    "));
        }
        return text.toString();
    }

    public List<Revision> all() {
        return all;
    }

    /**
     * What a database says of revisions.
     *
     * @param current the ids it stands at
     * @param entries by id; empty where no database was asked
     */
    public record Marks(Set<String> current, Map<String, HistoryEntry> entries) {
        public static final Marks NONE = new Marks(Set.of(), Map.of());

        public Marks {
            current = Set.copyOf(current);
            entries = Map.copyOf(entries);
        }

        /** From the history of a database. */
        public static Marks of(Collection<HistoryEntry> history, List<Revision> current) {
            return new Marks(
                    current.stream().map(Revision::id).collect(Collectors.toSet()),
                    history.stream()
                            .collect(Collectors.toMap(entry -> entry.revision().id(), entry -> entry)));
        }

        Optional<HistoryEntry> entry(String id) {
            return Optional.ofNullable(entries.get(id));
        }

        boolean isPending(String id) {
            HistoryEntry entry = entries.get(id);
            return entry != null && entry.status() == HistoryEntry.Status.PENDING;
        }
    }
}
