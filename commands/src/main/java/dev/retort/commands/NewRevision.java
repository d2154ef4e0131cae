package dev.retort.commands;

import dev.retort.commands.compile.Javac;
import dev.retort.commands.compile.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a migration beside the last one: with {@code autogenerate} one that cures the drift, and none where there is no
 * drift; else an empty one, whatever differs.
 *
 * @param message what the migration does; names its class
 * @param renames {@code users.nick:users.nickname}, {@code accounts:customers}; {@code none} for the rest
 * @param sourceDirectory the root of the sources that it is written into; empty for where the last one is
 */
public record NewRevision(
        Compilation compilation,
        String message,
        boolean autogenerate,
        List<String> renames,
        Optional<Path> sourceDirectory)
        implements Command {

    public NewRevision {
        renames = List.copyOf(renames);
    }

    @Override
    public int run(Console console) throws IOException {
        if (!renames.isEmpty() && !autogenerate) {
            throw new CommandException(
                    "renames say nothing about an empty revision",
                    "only a revision that cures drift holds them",
                    "add " + console.vocabulary().option("autogenerate") + ", or leave them out");
        }
        List<String> options = new ArrayList<>(List.of("-Aretort.revision=" + Writing.message(message)));
        if (!autogenerate) {
            options.add("-Aretort.revision.empty=only");
        }
        if (!renames.isEmpty()) {
            options.add("-Aretort.rename=" + String.join(",", renames));
        }
        Writing.into(sourceDirectory, options);
        Outcome outcome = Javac.run(compilation.with(options));
        if (outcome.written().isEmpty() && outcome.failures().isEmpty() && !outcome.hasErrors()) {
            if (outcome.registries().isEmpty()) {
                throw new CommandException(
                        "nothing is known to write a revision for",
                        "there is no migration and no entity among the sources",
                        "name the folders of the sources");
            }
            console.out("No drift: the migrations of " + String.join(", ", outcome.registries())
                    + " lead to the model. Nothing is written.");
            return ExitStatus.OK;
        }
        return Writing.tell(outcome, console);
    }
}
