package dev.retort.commands;

import dev.retort.commands.database.LoadedProject;
import dev.retort.runtime.Migrator;
import java.io.IOException;
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
            console.out("Stamped as " + target + ".");
            return ExitStatus.OK;
        }
    }
}
