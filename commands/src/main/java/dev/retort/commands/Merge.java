package dev.retort.commands;

import dev.retort.commands.compile.Javac;
import dev.retort.commands.compile.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a migration that merges the heads, and none where there is one head.
 *
 * @param message what the migration does; names its class
 * @param sourceDirectory the root of the sources that it is written into; empty for where the last one is
 */
public record Merge(Compilation compilation, String message, Optional<Path> sourceDirectory) implements Command {

    @Override
    public int run(Console console) throws IOException {
        List<String> options = new ArrayList<>(List.of("-Aretort.merge=" + Writing.message(message)));
        Writing.into(sourceDirectory, options);
        Outcome outcome = Javac.run(compilation.with(options));
        Optional<String> nothing = outcome.notes().stream()
                .filter(note -> note.startsWith("no merge is written: "))
                .findFirst();
        if (outcome.written().isEmpty()
                && nothing.isPresent()
                && outcome.failures().isEmpty()) {
            console.out("Nothing to merge: " + nothing.get().substring("no merge is written: ".length()));
            return ExitStatus.OK;
        }
        if (outcome.written().isEmpty() && outcome.failures().isEmpty() && !outcome.hasErrors()) {
            throw new CommandException(
                    "nothing is known to merge",
                    "there is no migration among the sources",
                    "name the folders of the sources");
        }
        return Writing.tell(outcome, console);
    }
}
