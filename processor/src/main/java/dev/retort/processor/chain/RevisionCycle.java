package dev.retort.processor.chain;

import dev.retort.processor.finding.Finding;
import dev.retort.processor.finding.FindingId;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.read.DeclaredRevision;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Revisions that are their own ancestors. For each knot of them the shortest closed path through its smallest id is
 * said, at the parent that leads from the first to the second.
 */
final class RevisionCycle implements ChainRule {

    @Override
    public void check(List<DeclaredRevision> revisions, Findings findings) {
        Map<String, DeclaredRevision> byId = new LinkedHashMap<>();
        revisions.forEach(revision -> byId.putIfAbsent(revision.id(), revision));
        for (List<String> knot : knots(byId)) {
            List<String> path = shortestPath(Collections.min(knot), Set.copyOf(knot), byId);
            DeclaredRevision first = Objects.requireNonNull(byId.get(path.get(0)));
            int parent = first.revises().indexOf(path.get(1));
            Finding finding = Finding.error(
                    FindingId.RevisionCycle,
                    first.parentPlaces().get(parent),
                    path.size() == 2
                            ? "revision " + first.describe() + " revises itself"
                            : "revision " + first.describe() + " is its own ancestor");
            if (path.size() > 2) {
                finding = finding.note("each revises the next: "
                        + path.stream()
                                .map(id -> Objects.requireNonNull(byId.get(id)).describe())
                                .collect(Collectors.joining(" -> ")));
            }
            findings.add(finding.help(
                    path.size() > 2
                            ? "let one of them name the revision it really follows"
                            : "let it name the revision that it follows"));
        }
    }

    /** Breadth first, so that none is shorter; starts and ends with {@code start}. */
    private static List<String> shortestPath(String start, Set<String> knot, Map<String, DeclaredRevision> byId) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String id = open.remove();
            for (String parent : Objects.requireNonNull(byId.get(id)).revises()) {
                if (parent.equals(start)) {
                    List<String> path = new ArrayList<>(List.of(start));
                    for (String at = id; !at.equals(start); at = Objects.requireNonNull(cameFrom.get(at))) {
                        path.add(at);
                    }
                    path.add(start);
                    Collections.reverse(path);
                    return path;
                }
                if (knot.contains(parent) && cameFrom.putIfAbsent(parent, id) == null) {
                    open.add(parent);
                }
            }
        }
        throw new IllegalStateException("no cycle through " + start);
    }

    /**
     * The strongly connected components with a cycle, by Tarjan's algorithm (SIAM J. Comput. 1, 1972) with a stack of its
     * own instead of recursion.
     */
    private static List<List<String>> knots(Map<String, DeclaredRevision> byId) {
        List<List<String>> knots = new ArrayList<>();
        Map<String, Integer> index = new HashMap<>();
        Map<String, Integer> low = new HashMap<>();
        Map<String, Integer> nextParent = new HashMap<>();
        Map<String, Boolean> onStack = new HashMap<>();
        Deque<String> stack = new ArrayDeque<>();
        for (String root : byId.keySet()) {
            Deque<String> calls = new ArrayDeque<>();
            if (!index.containsKey(root)) {
                calls.push(root);
            }
            while (!calls.isEmpty()) {
                String id = calls.peek();
                if (!index.containsKey(id)) {
                    index.put(id, index.size());
                    low.put(id, index.get(id));
                    stack.push(id);
                    onStack.put(id, true);
                }
                List<String> parents = Objects.requireNonNull(byId.get(id)).revises();
                int next = nextParent.getOrDefault(id, 0);
                if (next < parents.size()) {
                    nextParent.put(id, next + 1);
                    String parent = parents.get(next);
                    if (byId.containsKey(parent) && !index.containsKey(parent)) {
                        calls.push(parent);
                    } else if (onStack.getOrDefault(parent, false)) {
                        low.merge(id, index.getOrDefault(parent, 0), Math::min);
                    }
                    continue;
                }
                calls.pop();
                if (!calls.isEmpty()) {
                    low.merge(calls.peek(), low.getOrDefault(id, 0), Math::min);
                }
                if (low.getOrDefault(id, 0).equals(index.get(id))) {
                    List<String> knot = new ArrayList<>();
                    String member;
                    do {
                        member = stack.pop();
                        onStack.put(member, false);
                        knot.add(member);
                    } while (!member.equals(id));
                    if (knot.size() > 1 || parents.contains(id)) {
                        knots.add(knot);
                    }
                }
            }
        }
        return knots;
    }
}
