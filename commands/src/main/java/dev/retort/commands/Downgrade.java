package dev.retort.commands;

import dev.retort.commands.database.DataLoss;
import dev.retort.commands.database.Dialects;
import dev.retort.commands.database.LoadedProject;
import dev.retort.commands.text.Revisions;
import dev.retort.runtime.Migrator;
import dev.retort.runtime.Revision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Undoes revisions down to a target. Where that takes rows or values away it asks, and refuses where nobody can be asked.
 *
 * @param target as for {@link Migrator#downgrade}
 * @param yes whether that is answered in advance
 */
public record Downgrade(Project project, Optional<ConnectionSettings> connection, String target, boolean yes)
        implements Command {

    @Override
    public int run(Console console) throws IOException {
        try (LoadedProject loaded = LoadedProject.of(project)) {
            Migrator migrator = loaded.migrator(connection);
            List<Revision> path = migrator.downgradePath(target);
            if (path.isEmpty()) {
                console.out("Nothing to downgrade.");
                return ExitStatus.OK;
            }
            List<String> dialects = Dialects.inQuestion(loaded.registry(), connection.map(ConnectionSettings::url));
            Map<String, List<String>> losses = new LinkedHashMap<>();
            List<String> all = new ArrayList<>();
            for (Revision revision : path) {
                List<String> lost = DataLoss.of(loaded.registry(), revision, dialects);
                losses.put(revision.id(), lost);
                all.addAll(lost);
            }
            Migration migration =
                    new Migration(console, new Revisions(loaded.registry().revisions()), path, "Undid");
            migration.announce("Downgrading by", revision -> remark(losses.getOrDefault(revision.id(), List.of())));
            if (!all.isEmpty() && !yes && !agrees(console, all)) {
                console.err("Nothing is undone.");
                return ExitStatus.FAILED;
            }
            return migration.run(migrator, prepared -> prepared.downgrade(target));
        }
    }

    private static String remark(List<String> lost) {
        return lost.isEmpty() ? "" : "\n    drops " + String.join(", ", lost);
    }

    private static boolean agrees(Console console, List<String> lost) {
        if (!console.isInteractive()) {
            throw new CommandException(
                    "the downgrade drops data, and nobody is there to be asked",
                    "it drops " + String.join(", ", lost),
                    "see that there is a backup, and say "
                            + console.vocabulary().option("yes"));
        }
        return console.confirms("This drops data that no upgrade brings back. Downgrade?");
    }
}
