package dev.retort.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * The SQL of a migration as a script, for a database administrator to read and to run: what an upgrade or downgrade would
 * run, with its transactions and the statements that keep the history. Needs no database.
 *
 * <p>To be run by a client that stops at the first error: {@code psql -v ON_ERROR_STOP=1}, {@code sqlite3 -bail}, {@code
 * mariadb}, {@code sqlcmd -b -x}, {@code sqlplus}.
 */
public final class MigrationScript {

    private final Appendable out;
    private final ScriptDialect dialect;
    private final Direction direction;

    private MigrationScript(Appendable out, String dialect, Direction direction, HistoryTable history) {
        this.out = out;
        this.dialect = new ScriptDialect(dialect, history);
        this.direction = direction;
    }

    /** As {@link #write(MigrationRegistry, String, String, String, Appendable)}, for the history of the usual name. */
    public static void write(MigrationRegistry registry, String dialect, String range, Appendable out)
            throws IOException {
        write(registry, dialect, range, HistoryTable.DEFAULT, out);
    }

    /**
     * Writes a script.
     *
     * @param dialect one of the registry's
     * @param range {@code from:to}, targets as for {@link Migrator#upgrade(String)} but for {@code +n} and {@code -n}
     *     alone; without {@code from} it begins at the base, without {@code to} it ends at the heads. The database is
     *     taken to hold {@code from} and what that revises: where {@code to} is among these, it is a downgrade
     * @param historyTable as for {@link Migrator#withHistoryTable}
     * @throws IllegalArgumentException when that is no name
     * @throws MissingDialectException when the registry has no SQL for the dialect
     * @throws IrreversibleRevisionException when a downgrade leads through a revision that has none
     * @throws UnscriptableRevisionException when a revision has a step in Java
     * @throws IOException when {@code out} does
     */
    public static void write(
            MigrationRegistry registry, String dialect, String range, String historyTable, Appendable out)
            throws IOException {
        write(registry, dialect, range, HistoryTable.of(historyTable), out);
    }

    static void write(MigrationRegistry registry, String dialect, String range, HistoryTable history, Appendable out)
            throws IOException {
        if (!registry.dialects().contains(dialect)) {
            throw new MissingDialectException(registry, dialect);
        }
        RevisionGraph graph = new RevisionGraph(registry.revisions());
        int colon = range.indexOf(':');
        String from = colon <= 0 ? "base" : range.substring(0, colon);
        String to = colon == range.length() - 1 ? "heads" : range.substring(colon + 1);
        BitSet start = Target.stamp(graph, from);
        BitSet end = Target.stamp(graph, to);
        boolean down = end.cardinality() < start.cardinality() && contains(start, end);
        BitSet path = down ? Target.downgrade(graph, start, to) : Target.upgrade(graph, start, to);
        List<Revision> revisions = new ArrayList<>(graph.revisions(path));
        if (down) {
            Collections.reverse(revisions);
        }
        Direction direction = down ? Direction.DOWNGRADE : Direction.UPGRADE;
        MigrationScript script = new MigrationScript(out, dialect, direction, history);
        script.line("-- " + direction + " from " + from + " to " + to + " on " + dialect + ", for " + registry.name());
        script.dialect.open(script, start.isEmpty());
        for (Revision revision : revisions) {
            script.revision(registry.plan(revision.id()), revision);
        }
    }

    /**
     * Writes the upgrade of one revision, for a database that holds what it revises, and the history of the usual name.
     *
     * @throws IllegalArgumentException when the registry has no such revision
     * @throws MissingDialectException when the registry has no SQL for the dialect
     * @throws UnscriptableRevisionException when the revision has a step in Java
     * @throws IOException when {@code out} does
     */
    public static void writeRevision(MigrationRegistry registry, String dialect, String revision, Appendable out)
            throws IOException {
        if (!registry.dialects().contains(dialect)) {
            throw new MissingDialectException(registry, dialect);
        }
        RevisionPlan plan = registry.plan(revision);
        MigrationScript script = new MigrationScript(out, dialect, Direction.UPGRADE, HistoryTable.DEFAULT);
        for (Revision each : registry.revisions()) {
            if (each.id().equals(revision)) {
                script.line("-- upgrade on " + dialect + ", for " + registry.name());
                script.dialect.open(script, each.revises().isEmpty());
                script.revision(plan, each);
            }
        }
    }

    private static boolean contains(BitSet all, BitSet some) {
        BitSet rest = (BitSet) some.clone();
        rest.andNot(all);
        return rest.isEmpty();
    }

    private void revision(RevisionPlan plan, Revision revision) throws IOException {
        List<Step> steps = direction == Direction.UPGRADE
                ? plan.upgrade(dialect.family)
                : plan.downgrade(dialect.family)
                        .orElseThrow(() -> new IrreversibleRevisionException(List.of(revision.id())));
        line("");
        line("-- " + revision.id() + ": " + revision.message().replaceAll("\\s+", " "));
        boolean rebuilds = steps.contains(Step.foreignKeyCheck());
        dialect.begin(this, rebuilds);
        for (Step step : steps) {
            if (step instanceof Step.Java java) {
                throw new UnscriptableRevisionException(revision.id(), java.name());
            } else if (step instanceof Step.Alone alone) {
                dialect.alone(this, alone.text());
            } else if (step instanceof Step.Sql sql) {
                statement(sql.text());
            }
        }
        statement(direction == Direction.UPGRADE ? dialect.insert(revision) : dialect.delete(revision.id()));
        dialect.commit(this, rebuilds);
    }

    void statement(String sql) throws IOException {
        line(dialect.terminated(sql));
    }

    void line(String text) throws IOException {
        out.append(text).append('\n');
    }
}
