package dev.retort.runtime;

import java.util.BitSet;

/** The revisions that one call still has to run, kept in step with what others do meanwhile. */
final class Itinerary {

    private final Program program;
    private final Direction direction;
    private final BitSet remaining;

    private Itinerary(Program program, Direction direction, BitSet remaining) {
        this.program = program;
        this.direction = direction;
        this.remaining = remaining;
    }

    /**
     * Everything that can be refused is refused here, before the first step.
     *
     * @throws MigrationException when the history or the target do not allow it
     */
    static Itinerary plan(Program program, Direction direction, String target, History history) {
        RevisionGraph graph = program.graph();
        BitSet applied = history.applied(program.registry(), graph);
        history.verify(graph, applied);
        BitSet path = direction == Direction.UPGRADE
                ? Target.upgrade(graph, applied, target)
                : Target.downgrade(graph, applied, target);
        for (HistoryRow row : history.unfinished()) {
            if (row.unfinished() != direction || !path.get(graph.indexOf(row.revision()))) {
                throw UnfinishedRevisionException.notContinued(
                        row.revision(), row.unfinished() == null ? direction : row.unfinished(), row.stepsDone());
            }
        }
        if (direction == Direction.DOWNGRADE) {
            program.requireReversible(path);
        }
        return new Itinerary(program, direction, path);
    }

    boolean isEmpty() {
        return remaining.isEmpty();
    }

    /** The revision to run next. */
    Revision next() {
        return program.graph().get(nextIndex());
    }

    private int nextIndex() {
        return direction == Direction.UPGRADE ? remaining.nextSetBit(0) : remaining.length() - 1;
    }

    void completed(Revision revision) {
        remaining.clear(program.graph().indexOf(revision.id()));
    }

    /**
     * Leaves out what others have done already.
     *
     * @throws ConcurrentMigrationException when others have gone the other way
     */
    void follow(History history) {
        RevisionGraph graph = program.graph();
        BitSet applied = history.applied(program.registry(), graph);
        history.verify(graph, applied);
        BitSet inTheWay;
        if (direction == Direction.UPGRADE) {
            remaining.andNot(applied);
            if (remaining.isEmpty()) {
                return;
            }
            inTheWay = graph.parents(nextIndex());
            inTheWay.andNot(applied);
        } else {
            remaining.and(applied);
            if (remaining.isEmpty()) {
                return;
            }
            inTheWay = graph.children(nextIndex());
            inTheWay.and(applied);
        }
        if (!inTheWay.isEmpty()) {
            throw new ConcurrentMigrationException(direction, next().id());
        }
    }
}
