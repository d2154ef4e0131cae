package dev.retort.processor.chain;

import dev.retort.processor.read.DeclaredRevision;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * A verified chain: ids are unique, every parent exists, nothing is its own ancestor, there is at most one head. Loops,
 * not recursion: a chain of thousands is usual in old projects.
 */
public final class RevisionGraph {
    private final Map<String, DeclaredRevision> inOrder;

    private RevisionGraph(Map<String, DeclaredRevision> inOrder) {
        this.inOrder = inOrder;
    }

    /** @param revisions verified by the rules of {@link Chain} */
    static RevisionGraph of(List<DeclaredRevision> revisions) {
        Map<String, DeclaredRevision> byId = new HashMap<>();
        Map<String, List<String>> children = new HashMap<>();
        Map<String, Integer> waitingFor = new HashMap<>();
        PriorityQueue<String> ready = new PriorityQueue<>();
        for (DeclaredRevision revision : revisions) {
            byId.put(revision.id(), revision);
            waitingFor.put(revision.id(), revision.revises().size());
            revision.revises()
                    .forEach(parent -> children.computeIfAbsent(parent, id -> new ArrayList<>())
                            .add(revision.id()));
            if (revision.revises().isEmpty()) {
                ready.add(revision.id());
            }
        }
        Map<String, DeclaredRevision> inOrder = new LinkedHashMap<>();
        while (!ready.isEmpty()) {
            String id = ready.remove();
            inOrder.put(id, byId.get(id));
            for (String child : children.getOrDefault(id, List.of())) {
                if (waitingFor.merge(child, -1, Integer::sum) == 0) {
                    ready.add(child);
                }
            }
        }
        return new RevisionGraph(inOrder);
    }

    /** Those that no other revises, in the order of their ids; of unverified revisions too. */
    public static List<DeclaredRevision> heads(List<DeclaredRevision> revisions) {
        Set<String> revised = new HashSet<>();
        revisions.forEach(revision -> revised.addAll(revision.revises()));
        return revisions.stream()
                .filter(revision -> !revised.contains(revision.id()))
                .sorted(Comparator.comparing(DeclaredRevision::id))
                .toList();
    }

    /** Each after all that it revises; where the chain leaves a choice, the smaller id first. */
    public List<DeclaredRevision> inOrder() {
        return List.copyOf(inOrder.values());
    }

    /** @throws IllegalArgumentException when there is no such revision */
    public DeclaredRevision get(String id) {
        DeclaredRevision revision = inOrder.get(id);
        if (revision == null) {
            throw new IllegalArgumentException("no revision " + id);
        }
        return revision;
    }

    /** Empty for a chain without revisions. */
    public Optional<DeclaredRevision> head() {
        Set<String> revised = new HashSet<>();
        inOrder.values().forEach(revision -> revised.addAll(revision.revises()));
        return inOrder.values().stream()
                .filter(revision -> !revised.contains(revision.id()))
                .findFirst();
    }

    /** The revision itself and all it builds on. */
    public Set<String> lineage(String id) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(get(next).revises());
            }
        }
        return seen;
    }
}
