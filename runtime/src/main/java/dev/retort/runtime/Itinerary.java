package dev.retort.runtime;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** The revisions that one call has to run, kept in step with what others do meanwhile. */
final class Itinerary {

    final Direction direction;

    private final MigrationRegistry registry;
    private final RevisionGraph graph;
    private final String family;
    private final String target;
    private final boolean newerAllowed;

    private BitSet remaining = new BitSet();

    /** @param newerAllowed whether the database may be ahead, as long as there is nothing to do */
    Itinerary(
            MigrationRegistry registry,
            RevisionGraph graph,
            String family,
            Direction direction,
            String target,
            boolean newerAllowed) {
        this.registry = registry;
        this.graph = graph;
        this.family = family;
        this.direction = direction;
        this.target = target;
        this.newerAllowed = newerAllowed;
    }

    /**
     * Finds what is to be run. Everything that can be refused is refused here, before the first step.
     *
     * @throws MigrationException when the history or the target do not allow it
     */
    void plan(History history) {
        BitSet applied = history.applied(registry, graph, newerAllowed);
        history.verify(graph, applied);
        remaining = direction == Direction.UPGRADE
                ? Target.upgrade(graph, applied, target)
                : Target.downgrade(graph, applied, target);
        for (HistoryRow row : history.rows()) {
            Direction unfinished = row.unfinished;
            if (unfinished != null && (unfinished != direction || !remaining.get(graph.indexOf(row.revision)))) {
                throw UnfinishedRevisionException.notContinued(row, unfinished);
            }
        }
        List<String> newer = history.unknown(graph);
        if (!newer.isEmpty()) {
            if (!remaining.isEmpty()) {
                throw new UnknownRevisionException(registry.name(), newer);
            }
            Run.LOGGER.log(Level.INFO, "The database is ahead of this program by {0}", newer);
        }
        if (direction == Direction.DOWNGRADE) {
            requireReversible();
        }
    }

    private void requireReversible() {
        List<String> irreversible = new ArrayList<>();
        for (int index = remaining.length() - 1; index >= 0; index = remaining.previousSetBit(index - 1)) {
            String id = graph.get(index).id();
            if (registry.plan(id).downgrade(family).isEmpty()) {
                irreversible.add(id);
            }
        }
        if (!irreversible.isEmpty()) {
            throw new IrreversibleRevisionException(irreversible);
        }
    }

    /** The revisions to run, in this order. */
    List<Revision> path() {
        List<Revision> path = new ArrayList<>(graph.revisions(remaining));
        if (direction == Direction.DOWNGRADE) {
            Collections.reverse(path);
        }
        return path;
    }

    boolean isEmpty() {
        return remaining.isEmpty();
    }

    /** The revision to run next. */
    Revision next() {
        return graph.get(nextIndex());
    }

    private int nextIndex() {
        return direction == Direction.UPGRADE ? remaining.nextSetBit(0) : remaining.length() - 1;
    }

    /** Loads the class of the revision's plan. */
    List<Step> steps(Revision revision) {
        RevisionPlan plan = registry.plan(revision.id());
        return direction == Direction.UPGRADE
                ? plan.upgrade(family)
                : plan.downgrade(family).orElseThrow();
    }

    void completed(Revision revision) {
        remaining.clear(graph.indexOf(revision.id()));
    }

    /**
     * Leaves out what others have done since the plan was made.
     *
     * @throws ConcurrentMigrationException when others have gone the other way
     */
    void follow(History history) {
        BitSet applied = history.applied(registry, graph, false);
        history.verify(graph, applied);
        if (direction == Direction.UPGRADE) {
            remaining.andNot(applied);
        } else {
            remaining.and(applied);
        }
        if (remaining.isEmpty()) {
            return;
        }
        BitSet inTheWay;
        if (direction == Direction.UPGRADE) {
            inTheWay = graph.parents(nextIndex());
            inTheWay.andNot(applied);
        } else {
            inTheWay = graph.children(nextIndex());
            inTheWay.and(applied);
        }
        if (!inTheWay.isEmpty()) {
            throw new ConcurrentMigrationException(direction, next().id());
        }
    }
}
