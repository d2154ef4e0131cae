package dev.retort.commands;

import dev.retort.commands.database.LoadedProject;
import dev.retort.commands.text.Revisions;
import dev.retort.runtime.Revision;
import java.io.IOException;

/**
 * The revisions that no other revises.
 *
 * @param verbose whether everything known of them is told
 */
public record Heads(Project project, boolean verbose) implements Command {

    @Override
    public int run(Console console) throws IOException {
        try (LoadedProject loaded = LoadedProject.of(project)) {
            Revisions revisions = new Revisions(loaded.registry().revisions());
            for (Revision head : loaded.offline().heads()) {
                console.out(
                        verbose
                                ? revisions.entry(head, Revisions.Marks.NONE)
                                : revisions.line(head, Revisions.Marks.NONE));
            }
            return ExitStatus.OK;
        }
    }
}
