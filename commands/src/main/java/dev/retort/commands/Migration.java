package dev.retort.commands;

import dev.retort.commands.text.Revisions;
import dev.retort.runtime.MigrationListener;
import dev.retort.runtime.MigrationResult;
import dev.retort.runtime.Migrator;
import dev.retort.runtime.Revision;
import java.util.List;
import java.util.function.Function;

/** An upgrade or a downgrade on a console: what it will do, how it goes on, what it did. */
final class Migration implements MigrationListener {
    private final Console console;
    private final Revisions revisions;
    private final List<Revision> path;
    private final String done;
    private int count;

    /**
     * Of a path.
     *
     * @param done what is said of a revision, such as {@code Applied}
     */
    Migration(Console console, Revisions revisions, List<Revision> path, String done) {
        this.console = console;
        this.revisions = revisions;
        this.path = path;
        this.done = done;
    }

    /** Says what will be run. */
    void announce(String doing, Function<Revision, String> remark) {
        console.out(doing + " " + Revisions.count(path.size()) + ":");
        for (Revision revision : path) {
            console.out("  " + revisions.line(revision, Revisions.Marks.NONE) + remark.apply(revision));
        }
    }

    int run(Migrator migrator, Function<Migrator, MigrationResult> call) {
        MigrationResult result = call.apply(migrator.withListener(this));
        int others = path.size() - result.revisions().size();
        if (others > 0) {
            console.out(
                    Revisions.count(others) + (others == 1 ? " was" : " were") + " done by another process meanwhile.");
        }
        return ExitStatus.OK;
    }

    @Override
    public void started(String revision, int step, int steps, String text) {
        console.progress((count + 1) + " of " + path.size() + ": " + revision + ", step " + step + " of " + steps + ": "
                + text.strip().replaceAll("\\s+", " "));
    }

    @Override
    public void completed(MigrationResult.Completed revision) {
        count++;
        console.out(done + " " + count + " of " + path.size() + ": "
                + revision.revision().id() + " in " + revision.duration().toMillis() + " ms");
    }
}
