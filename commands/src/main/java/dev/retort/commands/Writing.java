package dev.retort.commands;

import dev.retort.commands.compile.Outcome;
import dev.retort.commands.compile.Written;
import dev.retort.commands.text.Places;
import dev.retort.commands.text.Reports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the commands that write migrations have in common. */
final class Writing {
    private Writing() {}

    /** @throws CommandException for one without a word */
    static String message(String message) {
        if (message.isBlank()) {
            throw new CommandException(
                    "the message is empty", "it names the class of the migration", "say what the migration does");
        }
        return message.strip();
    }

    /** @throws CommandException where the folder is not there */
    static void into(Optional<Path> sourceDirectory, List<String> options) {
        sourceDirectory.ifPresent(directory -> {
            if (!Files.isDirectory(directory)) {
                throw new CommandException(
                        "there is no folder " + directory,
                        "the migration is to be written into it",
                        "make it, or name the folder in which the packages of the sources begin");
            }
            options.add("-Aretort.sourceDirectory=" + directory.toAbsolutePath());
        });
    }

    /** Says what was written, or why nothing was. */
    static int tell(Outcome outcome, Console console) {
        for (Written written : outcome.written()) {
            console.out("Generated " + Places.relative(Path.of(written.file())));
            console.out("  revision " + written.revision() + ", " + written.message());
        }
        boolean isWritten = !outcome.written().isEmpty() && outcome.failures().isEmpty();
        if (!isWritten || outcome.hasErrors()) {
            Reports reports = new Reports(console.vocabulary());
            outcome.findings().forEach(finding -> console.err(reports.text(finding)));
        }
        outcome.failures().forEach(failure -> console.err("error: " + failure));
        if (!isWritten) {
            console.err("Nothing is written before this is corrected.");
            return ExitStatus.FAILED;
        }
        console.err(
                outcome.hasErrors()
                        ? "It does not cure all of this. Read it, complete it, and compile."
                        : "Read it, and compile.");
        return ExitStatus.OK;
    }
}
