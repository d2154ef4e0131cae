package dev.retort.runtime;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that a database holds, at one moment. Immutable. */
final class History {

    static final History NONE = new History(List.of());

    private final Map<String, HistoryRow> rows;

    History(List<HistoryRow> rows) {
        this.rows = new HashMap<>(rows.size() * 2);
        for (HistoryRow row : rows) {
            this.rows.put(row.revision, row);
        }
    }

    @Nullable
    HistoryRow row(String revision) {
        return rows.get(revision);
    }

    Collection<HistoryRow> rows() {
        return rows.values();
    }

    /**
     * The revisions whose schema the database has, or has in part because their downgrade stopped halfway.
     *
     * @param newerAllowed whether there may be others that only descend from them
     * @throws UnknownRevisionException when a row has no revision, and may not
     */
    BitSet applied(MigrationRegistry registry, RevisionGraph graph, boolean newerAllowed) {
        BitSet applied = new BitSet(graph.size());
        for (HistoryRow row : rows.values()) {
            int index = graph.indexOf(row.revision);
            if (index >= 0 && row.unfinished != Direction.UPGRADE) {
                applied.set(index);
            }
        }
        List<String> unknown = unknown(graph);
        if (!unknown.isEmpty() && !(newerAllowed && areNewer(unknown, graph, applied))) {
            throw new UnknownRevisionException(registry.name(), unknown);
        }
        return applied;
    }

    /** Sorted. */
    List<String> unknown(RevisionGraph graph) {
        List<String> unknown = new ArrayList<>();
        for (String id : rows.keySet()) {
            if (graph.indexOf(id) < 0) {
                unknown.add(id);
            }
        }
        Collections.sort(unknown);
        return unknown;
    }

    /** Whether each is applied to its end, and revises what is known and applied, or another of them. */
    private boolean areNewer(List<String> unknown, RevisionGraph graph, BitSet applied) {
        for (String id : unknown) {
            HistoryRow row = rows.get(id);
            if (row == null || row.unfinished != null || row.revises == null || row.revises.isEmpty()) {
                return false;
            }
            for (String parent : row.revises.split(",", -1)) {
                int index = graph.indexOf(parent);
                if (index < 0 ? !rows.containsKey(parent) : !applied.get(index)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * What must hold before anything is run on top of this history.
     *
     * @throws ChangedRevisionException when an applied revision has another checksum by now
     * @throws OutOfOrderRevisionException when a revision is applied and one that it revises is not
     */
    void verify(RevisionGraph graph, BitSet applied) {
        List<String> changed = new ArrayList<>();
        List<String> checksums = new ArrayList<>();
        for (int index = applied.nextSetBit(0); index >= 0; index = applied.nextSetBit(index + 1)) {
            Revision revision = graph.get(index);
            HistoryRow row = rows.get(revision.id());
            if (row != null && row.unfinished == null && !row.checksum.equals(revision.checksum())) {
                changed.add(revision.id());
                checksums.add(revision.id() + " was applied with checksum " + row.checksum + " and now has "
                        + revision.checksum());
            }
        }
        if (!changed.isEmpty()) {
            throw new ChangedRevisionException(changed, checksums);
        }
        BitSet missing = graph.withAncestors(applied);
        missing.andNot(applied);
        if (!missing.isEmpty()) {
            // None of its children is missing too, since those come later: one of them is applied.
            int last = missing.length() - 1;
            BitSet after = graph.children(last);
            after.and(applied);
            throw new OutOfOrderRevisionException(
                    graph.get(last).id(), graph.get(after.nextSetBit(0)).id());
        }
    }
}
