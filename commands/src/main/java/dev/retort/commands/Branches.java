package dev.retort.commands;

import dev.retort.commands.database.LoadedProject;
import dev.retort.commands.text.Revisions;
import dev.retort.runtime.Revision;
import java.io.IOException;

/**
 * The revisions that several others revise, with these.
 *
 * @param verbose whether everything known of them is told
 */
public record Branches(Project project, boolean verbose) implements Command {

    @Override
    public int run(Console console) throws IOException {
        try (LoadedProject loaded = LoadedProject.of(project)) {
            Revisions revisions = new Revisions(loaded.registry().revisions());
            for (Revision revision : revisions.all()) {
                if (revisions.isBranchPoint(revision)) {
                    console.out(
                            verbose
                                    ? revisions.entry(revision, Revisions.Marks.NONE)
                                    : revisions.line(revision, Revisions.Marks.NONE));
                    for (Revision child : revisions.all()) {
                        if (child.revises().contains(revision.id())) {
                            console.out(" ".repeat(revision.id().length()) + " -> "
                                    + revisions.line(child, Revisions.Marks.NONE));
                        }
                    }
                }
            }
            return ExitStatus.OK;
        }
    }
}
