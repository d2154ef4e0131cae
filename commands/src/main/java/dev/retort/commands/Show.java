package dev.retort.commands;

import dev.retort.commands.database.LoadedProject;
import dev.retort.commands.text.Revisions;
import dev.retort.runtime.Migrator;
import dev.retort.runtime.Revision;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Everything known of one revision, or of the heads.
 *
 * @param target as for {@link Migrator#revisions}, or {@code current}
 */
public record Show(Project project, Optional<ConnectionSettings> connection, String target) implements Command {

    @Override
    public int run(Console console) throws IOException {
        try (LoadedProject loaded = LoadedProject.of(project)) {
            Optional<Migrator> migrator = connection.map(settings -> loaded.migrator(connection));
            Revisions revisions = new Revisions(loaded.registry().revisions());
            List<Revision> named = Revisions.heads(History.resolve(target, loaded, migrator));
            if (named.isEmpty()) {
                console.out("<base>");
            }
            Revisions.Marks marks = migrator.map(online -> Revisions.Marks.of(online.history(), online.current()))
                    .orElse(Revisions.Marks.NONE);
            String separator = "";
            for (Revision revision : named) {
                console.out(separator + revisions.entry(revision, marks));
                separator = "\n";
            }
            return ExitStatus.OK;
        }
    }
}
