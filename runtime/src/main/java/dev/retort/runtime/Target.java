package dev.retort.runtime;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target as users write it, against the revisions there are: {@code head}, {@code heads}, {@code base}, an id or a
 * unique prefix of one, {@code +n}, {@code -n}, {@code id+n}, {@code id-n}. Where it leads follows Alembic's
 * {@code script/revision.py}, but for {@code +n} and {@code -n}, which count in registry order and so are never
 * ambiguous: at a merge, {@code -1} undoes the merge alone.
 */
final class Target {

    /** Where a walk arrives that leaves the last revision behind. */
    private static final int BASE = -1;

    private final RevisionGraph graph;
    private final BitSet applied;
    private final String text;

    /** The part before the steps; null when there is none. */
    private final @Nullable String symbol;

    /** Zero when the target is not relative, less than zero for steps back. */
    private final int steps;

    private Target(RevisionGraph graph, BitSet applied, String text) {
        this.graph = graph;
        this.applied = applied;
        this.text = text;
        int sign = graph.indexOf(text) >= 0 ? -1 : Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
        this.symbol = sign < 0 ? text : sign == 0 ? null : text.substring(0, sign);
        this.steps = sign < 0 ? 0 : steps(text, text.substring(sign));
        if (text.isBlank()) {
            throw InvalidTargetException.malformed(text);
        }
    }

    private static int steps(String text, String signed) {
        if (!signed.matches("[+-]\\d{1,9}")) {
            throw InvalidTargetException.malformed(text);
        }
        return Integer.parseInt(signed);
    }

    /** What {@code upgrade(target)} has to apply: the target and its ancestors, as far as they are not applied. */
    static BitSet upgrade(RevisionGraph graph, BitSet applied, String target) {
        return new Target(graph, applied, target).toApply();
    }

    /** What {@code downgrade(target)} has to undo: the descendants of the target, as far as they are applied. */
    static BitSet downgrade(RevisionGraph graph, BitSet applied, String target) {
        return new Target(graph, applied, target).toUndo();
    }

    /** What {@code stamp(target)} records, and where a script begins or ends: the target and its ancestors. */
    static BitSet stamp(RevisionGraph graph, String target) {
        Target stamp = new Target(graph, new BitSet(), target);
        if (stamp.symbol == null) {
            throw InvalidTargetException.malformed(target);
        }
        return graph.withAncestors(stamp.goal(stamp.symbol));
    }

    private BitSet toApply() {
        if (symbol == null) {
            if (text.startsWith("-")) {
                throw InvalidTargetException.wrongWay(text, Direction.UPGRADE, Direction.DOWNGRADE);
            }
            return next();
        }
        BitSet path = graph.withAncestors(goal(symbol));
        path.andNot(applied);
        return path;
    }

    private BitSet goal(String symbol) {
        return symbol.equals("heads") && text.equals(symbol) ? graph.headsOf(graph.all()) : single(symbol);
    }

    private BitSet next() {
        BitSet pending = graph.all();
        pending.andNot(applied);
        if (steps > pending.cardinality()) {
            throw new TargetOutOfRangeException(text, pending.cardinality(), "pending");
        }
        int end = 0;
        for (int taken = 0; taken < steps; taken++) {
            end = pending.nextSetBit(end) + 1;
        }
        pending.clear(end, graph.size());
        return pending;
    }

    private BitSet toUndo() {
        if (symbol == null) {
            if (text.startsWith("+")) {
                throw InvalidTargetException.wrongWay(text, Direction.DOWNGRADE, Direction.UPGRADE);
            }
            return last();
        }
        BitSet goal = single(symbol);
        if (goal.isEmpty()) {
            return (BitSet) applied.clone();
        }
        int target = goal.nextSetBit(0);
        if (!applied.get(target)) {
            throw InvalidTargetException.notApplied(graph.get(target).id());
        }
        BitSet path = graph.descendants(target);
        path.and(applied);
        return path;
    }

    private BitSet last() {
        if (-steps > applied.cardinality()) {
            throw new TargetOutOfRangeException(text, applied.cardinality(), "applied");
        }
        int start = graph.size();
        for (int taken = 0; taken < -steps; taken++) {
            start = applied.previousSetBit(start - 1);
        }
        BitSet path = (BitSet) applied.clone();
        path.clear(0, start);
        return path;
    }

    /** One revision, or none for the base. */
    private BitSet single(String symbol) {
        int at = walk(named(symbol));
        BitSet single = new BitSet(graph.size());
        if (at != BASE) {
            single.set(at);
        }
        return single;
    }

    private int walk(int start) {
        int at = start;
        for (int step = 0; step < Math.abs(steps); step++) {
            BitSet onward;
            if (steps > 0) {
                onward = at == BASE ? graph.bases() : graph.children(at);
            } else if (at == BASE) {
                throw new TargetOutOfRangeException(text, step, "before it");
            } else {
                onward = graph.parents(at);
            }
            if (onward.cardinality() > 1) {
                throw new AmbiguousTargetException(text, ids(onward));
            }
            if (onward.isEmpty() && steps > 0) {
                throw new TargetOutOfRangeException(text, step, "after it");
            }
            at = onward.isEmpty() ? BASE : onward.nextSetBit(0);
        }
        return at;
    }

    private int named(String symbol) {
        int exact = graph.indexOf(symbol);
        if (exact >= 0) {
            return exact;
        }
        if (symbol.equals("base")) {
            return BASE;
        }
        boolean head = symbol.equals("head") || symbol.equals("heads");
        BitSet candidates = head ? graph.headsOf(graph.all()) : startingWith(symbol);
        if (candidates.cardinality() > 1) {
            throw new AmbiguousTargetException(text, ids(candidates));
        }
        if (candidates.isEmpty() && !head) {
            throw new UnknownTargetException(text, NearNames.of(symbol, graph.revisions()));
        }
        return candidates.isEmpty() ? BASE : candidates.nextSetBit(0);
    }

    private BitSet startingWith(String prefix) {
        BitSet matches = new BitSet(graph.size());
        for (int index = 0; index < graph.size(); index++) {
            matches.set(index, graph.get(index).id().startsWith(prefix));
        }
        return matches;
    }

    private List<String> ids(BitSet set) {
        return graph.ids(set);
    }
}
