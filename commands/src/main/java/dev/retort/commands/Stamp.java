package dev.retort.commands;

import dev.retort.commands.database.LoadedProject;
import dev.retort.commands.text.Revisions;
import dev.retort.runtime.Migrator;
import dev.retort.runtime.Revision;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Records that a database stands at a revision, without running anything, after comparing what it holds.
 *
 * @param target as for {@link Migrator#stamp}
 * @param unverified whether what the database holds is not looked at, and revisions that are not known are forgotten
 */
public record Stamp(Project project, Optional<ConnectionSettings> connection, String target, boolean unverified)
        implements Command {

    @Override
    public int run(Console console) throws IOException {
        try (LoadedProject loaded = LoadedProject.of(project)) {
            Migrator migrator = loaded.migrator(connection);
            if (unverified) {
                migrator.stampUnverified(target);
            } else {
                migrator.stamp(target);
            }
            Revisions revisions = new Revisions(loaded.registry().revisions());
            List<Revision> stamped = Revisions.heads(loaded.offline().revisions(target));
            console.out(stamped.isEmpty() ? "Stamped: <base>" : "Stamped:");
            stamped.forEach(revision -> console.out("  " + revisions.line(revision, Revisions.Marks.NONE)));
            return ExitStatus.OK;
        }
    }
}
