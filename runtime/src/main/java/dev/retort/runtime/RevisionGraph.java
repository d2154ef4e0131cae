package dev.retort.runtime;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The revisions of a registry and who revises whom. A revision is its index in the registry's order, a set of them a
 * {@link BitSet}: since each comes after all that it revises, ancestors and descendants are one scan, however long the
 * line or wide the merge. Immutable.
 */
final class RevisionGraph {

    private final List<Revision> revisions;
    private final Map<String, Integer> indexes;
    private final int[][] parents;
    private final int[][] children;

    /**
     * From a registry's list.
     *
     * @throws IllegalArgumentException when an id is there twice, or comes before what it revises
     */
    RevisionGraph(List<Revision> revisions) {
        this.revisions = List.copyOf(revisions);
        this.indexes = new HashMap<>(revisions.size() * 2);
        this.parents = new int[revisions.size()][];
        this.children = new int[revisions.size()][];
        int[] childCounts = new int[revisions.size()];
        for (int index = 0; index < parents.length; index++) {
            Revision revision = this.revisions.get(index);
            parents[index] = new int[revision.revises().size()];
            for (int i = 0; i < parents[index].length; i++) {
                int parent = indexOf(revision.revises().get(i));
                if (parent < 0) {
                    throw new IllegalArgumentException("revision " + revision.id() + " does not come after "
                            + revision.revises().get(i) + ", which it revises");
                }
                parents[index][i] = parent;
                childCounts[parent]++;
            }
            if (indexes.put(revision.id(), index) != null) {
                throw new IllegalArgumentException("revision " + revision.id() + " is there twice");
            }
        }
        for (int index = 0; index < parents.length; index++) {
            children[index] = new int[childCounts[index]];
        }
        for (int index = parents.length - 1; index >= 0; index--) {
            for (int parent : parents[index]) {
                children[parent][--childCounts[parent]] = index;
            }
        }
    }

    int size() {
        return revisions.size();
    }

    Revision get(int index) {
        return revisions.get(index);
    }

    /** Less than zero when there is none of exactly this id. */
    int indexOf(String id) {
        return indexes.getOrDefault(id, -1);
    }

    List<Revision> revisions() {
        return revisions;
    }

    /** The members of a set in registry order. */
    List<Revision> revisions(BitSet set) {
        List<Revision> members = new ArrayList<>(set.cardinality());
        for (int index = set.nextSetBit(0); index >= 0; index = set.nextSetBit(index + 1)) {
            members.add(revisions.get(index));
        }
        return List.copyOf(members);
    }

    /** Of the members of a set, in registry order. */
    List<String> ids(BitSet set) {
        List<String> ids = new ArrayList<>();
        for (Revision revision : revisions(set)) {
            ids.add(revision.id());
        }
        return ids;
    }

    BitSet all() {
        BitSet all = new BitSet(size());
        all.set(0, size());
        return all;
    }

    BitSet bases() {
        BitSet bases = new BitSet(size());
        for (int index = 0; index < size(); index++) {
            bases.set(index, parents[index].length == 0);
        }
        return bases;
    }

    BitSet parents(int index) {
        return setOf(parents[index]);
    }

    BitSet children(int index) {
        return setOf(children[index]);
    }

    private BitSet setOf(int[] members) {
        BitSet set = new BitSet(size());
        for (int member : members) {
            set.set(member);
        }
        return set;
    }

    /** Those of the set that no other member revises. */
    BitSet headsOf(BitSet set) {
        BitSet heads = (BitSet) set.clone();
        for (int index = set.nextSetBit(0); index >= 0; index = set.nextSetBit(index + 1)) {
            for (int parent : parents[index]) {
                heads.clear(parent);
            }
        }
        return heads;
    }

    BitSet withAncestors(BitSet set) {
        BitSet closure = (BitSet) set.clone();
        for (int index = closure.length() - 1; index >= 0; index--) {
            if (closure.get(index)) {
                for (int parent : parents[index]) {
                    closure.set(parent);
                }
            }
        }
        return closure;
    }

    /** Without the revision itself. */
    BitSet descendants(int ancestor) {
        BitSet descendants = new BitSet(size());
        descendants.set(ancestor);
        for (int index = ancestor; index >= 0; index = descendants.nextSetBit(index + 1)) {
            for (int child : children[index]) {
                descendants.set(child);
            }
        }
        descendants.clear(ancestor);
        return descendants;
    }
}
