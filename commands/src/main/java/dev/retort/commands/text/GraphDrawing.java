package dev.retort.commands.text;

import dev.retort.runtime.Revision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Revisions as a graph, the newest first, in the manner of {@code git log --graph}: each line of revisions has a column.
 * Where several meet or part, a row between two revisions leads from column to column. ASCII only, for any terminal.
 *
 * <pre>
 * *    aa Merge both
 * |-\
 * | *  bb Right
 * * |  cc Left
 * |-/
 * *    dd Start
 * </pre>
 */
public final class GraphDrawing {
    private final Set<String> shown = new HashSet<>();
    private final List<String> rows = new ArrayList<>();

    /** What each column waits for, from the left; null for a column that is free. */
    private final List<@Nullable String> columns = new ArrayList<>();

    private GraphDrawing(List<Revision> revisions) {
        revisions.forEach(revision -> shown.add(revision.id()));
    }

    /**
     * Draws.
     *
     * @param revisions each after all that it revises, as far as that is among them
     * @param marks whose pending revisions are drawn as {@code o}
     * @param label what stands beside a revision, in one or more lines
     */
    public static String draw(List<Revision> revisions, Revisions.Marks marks, Function<Revision, String> label) {
        GraphDrawing drawing = new GraphDrawing(revisions);
        List<Revision> newestFirst = new ArrayList<>(revisions);
        Collections.reverse(newestFirst);
        int width = 0;
        List<Node> nodes = new ArrayList<>();
        for (Revision revision : newestFirst) {
            nodes.add(drawing.node(revision, marks.isPending(revision.id()) ? 'o' : '*'));
            width = Math.max(width, nodes.get(nodes.size() - 1).width());
        }
        for (Node node : nodes) {
            drawing.rows.addAll(node.lines(label.apply(node.revision), width));
        }
        return String.join("\n", drawing.rows);
    }

    /**
     * One revision with the rows about it.
     *
     * @param before the row that leads columns together above it; empty for none
     * @param row with its sign
     * @param beside what stands in the columns below it, beside further lines of its label
     * @param after the row that leads columns apart below it; empty for none
     */
    private record Node(Revision revision, String before, String row, String beside, String after) {
        int width() {
            return row.length();
        }

        List<String> lines(String label, int width) {
            List<String> lines = new ArrayList<>();
            if (!before.isEmpty()) {
                lines.add(before);
            }
            String[] texts = label.split("\n", -1);
            for (int i = 0; i < texts.length; i++) {
                // The row that leads apart comes at once, so that no line of text stands on a column that is not there
                // yet.
                String left = i == 0 ? row : i == 1 && !after.isEmpty() ? after : beside;
                lines.add((left + " ".repeat(Math.max(0, width - left.length())) + "  " + texts[i]).stripTrailing());
            }
            if (!after.isEmpty() && texts.length == 1) {
                lines.add(after);
            }
            return lines;
        }
    }

    private Node node(Revision revision, char sign) {
        int column = columns.indexOf(revision.id());
        if (column < 0) {
            column = free(0);
            columns.set(column, revision.id());
        }
        String before = join(revision.id(), column);
        trim();
        String row = row(column, sign);
        List<String> parents =
                revision.revises().stream().filter(shown::contains).toList();
        columns.set(column, parents.isEmpty() ? null : parents.get(0));
        List<Integer> opened = new ArrayList<>();
        for (String parent : parents.subList(Math.min(1, parents.size()), parents.size())) {
            int at = free(column + 1);
            columns.set(at, parent);
            opened.add(at);
        }
        String after = opened.isEmpty() ? "" : connect(column, opened, '\\');
        trim();
        return new Node(revision, before, row, row(-1, ' '), after);
    }

    /** Every further column that waits for the same revision ends here. */
    private String join(String id, int column) {
        List<Integer> ended = new ArrayList<>();
        for (int at = column + 1; at < columns.size(); at++) {
            if (id.equals(columns.get(at))) {
                ended.add(at);
            }
        }
        if (ended.isEmpty()) {
            return "";
        }
        String row = connect(column, ended, '/');
        ended.forEach(at -> columns.set(at, null));
        return row;
    }

    private int free(int from) {
        for (int at = from; at < columns.size(); at++) {
            if (columns.get(at) == null) {
                return at;
            }
        }
        while (columns.size() < from) {
            columns.add(null);
        }
        columns.add(null);
        return columns.size() - 1;
    }

    private void trim() {
        while (!columns.isEmpty() && columns.get(columns.size() - 1) == null) {
            columns.remove(columns.size() - 1);
        }
    }

    private String row(int column, char sign) {
        StringBuilder row = new StringBuilder();
        for (int at = 0; at < Math.max(columns.size(), column + 1); at++) {
            boolean used = at < columns.size() && columns.get(at) != null;
            row.append(at == 0 ? "" : " ").append(at == column ? sign : used ? '|' : ' ');
        }
        return row.toString().stripTrailing();
    }

    /** A row from one column to others at its right; columns on the way are crossed. */
    private String connect(int column, List<Integer> others, char end) {
        int last = Collections.max(others);
        StringBuilder row = new StringBuilder();
        for (int at = 0; at < columns.size(); at++) {
            boolean used = columns.get(at) != null;
            boolean inside = at > column && at <= last;
            char sign = others.contains(at)
                    ? (at == last ? end : '+')
                    : inside ? (used ? '|' : '-') : used || at == column ? '|' : ' ';
            row.append(at == 0 ? "" : inside ? "-" : " ").append(sign);
        }
        return row.toString().stripTrailing();
    }
}
