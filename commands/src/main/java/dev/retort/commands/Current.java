package dev.retort.commands;

import dev.retort.commands.database.LoadedProject;
import dev.retort.commands.text.Revisions;
import dev.retort.runtime.HistoryEntry;
import dev.retort.runtime.Migrator;
import dev.retort.runtime.Revision;
import dev.retort.runtime.UnknownRevisionException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Where a database stands: at the heads, behind them, or ahead of what the program knows.
 *
 * @param checkHeads whether anything but the heads is answered by {@link ExitStatus#NO}
 * @param verbose whether everything known of the revisions is told, and of which database
 */
public record Current(Project project, Optional<ConnectionSettings> connection, boolean checkHeads, boolean verbose)
        implements Command {

    @Override
    public int run(Console console) throws IOException {
        try (LoadedProject loaded = LoadedProject.of(project)) {
            Migrator migrator = loaded.migrator(connection);
            List<String> newer = List.of();
            try {
                migrator.current();
            } catch (UnknownRevisionException ahead) {
                // Refused again where they do not only descend from what is known.
                migrator = migrator.allowingNewerRevisions();
                newer = ahead.revisions();
            }
            List<Revision> current = migrator.current();
            List<HistoryEntry> history = migrator.history();
            int behind = migrator.pending().size();
            Revisions revisions = new Revisions(loaded.registry().revisions());
            if (verbose) {
                connection.ifPresent(settings -> console.out("Current of " + settings.maskedUrl() + ":"));
            }
            tell(console, revisions, current, history);
            if (behind > 0) {
                console.out("behind by " + behind);
            }
            if (!newer.isEmpty()) {
                console.out("ahead by " + newer.size() + ": " + String.join(", ", newer)
                        + (newer.size() == 1 ? " is" : " are") + " not known to this program");
            }
            return checkHeads && (behind > 0 || !newer.isEmpty()) ? ExitStatus.NO : ExitStatus.OK;
        }
    }

    private void tell(Console console, Revisions revisions, List<Revision> current, List<HistoryEntry> history) {
        Revisions.Marks marks = verbose ? Revisions.Marks.of(history, List.of()) : Revisions.Marks.NONE;
        if (current.isEmpty()) {
            console.out("<base>");
        }
        for (Revision revision : current) {
            console.out(verbose ? revisions.entry(revision, marks) : revisions.line(revision, marks));
        }
        for (HistoryEntry entry : history) {
            if (entry.status() == HistoryEntry.Status.UPGRADE_UNFINISHED
                    || entry.status() == HistoryEntry.Status.DOWNGRADE_UNFINISHED) {
                console.out(revisions.line(entry.revision(), Revisions.Marks.of(List.of(entry), List.of())));
            }
        }
    }
}
