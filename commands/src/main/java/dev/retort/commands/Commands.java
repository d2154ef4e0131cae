package dev.retort.commands;

import dev.retort.commands.database.Secrets;
import dev.retort.runtime.MigrationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Runs commands for those who print. */
public final class Commands {
    private Commands() {}

    /**
     * Runs a command; whatever stops it is said in a sentence with cause and way out. No password and no secret of a URL
     * goes to the console.
     *
     * @param debug whether stack traces are shown
     * @return one of {@link ExitStatus}
     */
    public static int run(Command command, Console console, boolean debug) {
        Secrets secrets = command.connection()
                .map(settings -> Secrets.of(settings.url(), settings.password()))
                .orElse(Secrets.none());
        Console masked = new MaskedConsole(console, secrets);
        try {
            return command.run(masked);
        } catch (MigrationException | CommandException refused) {
            return failed(String.valueOf(refused.getMessage()), refused, masked, debug);
        } catch (IOException | UncheckedIOException failed) {
            return failed("a file cannot be read or written\n  " + failed, failed, masked, debug);
        } catch (RuntimeException | LinkageError fault) {
            return failed(
                    "a fault of Retort or of a class of the project: " + fault + "\n  help: "
                            + console.vocabulary().option("debug") + " shows where; please report one of Retort's",
                    fault,
                    masked,
                    debug);
        }
    }

    /** Says that a command cannot even be put together, for example when its settings cannot be read. */
    public static int refuse(CommandException refusal, Console console, boolean debug) {
        return failed(String.valueOf(refusal.getMessage()), refusal, new MaskedConsole(console, Secrets.none()), debug);
    }

    private static int failed(String message, Throwable failure, Console console, boolean debug) {
        console.err("error: " + message);
        if (debug) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            console.err(trace.toString().stripTrailing());
        }
        return ExitStatus.FAILED;
    }

    private record MaskedConsole(Console console, Secrets secrets) implements Console {
        @Override
        public void out(String text) {
            // What a database was asked for, or a script: changing a letter of it would be worse.
            console.out(text);
        }

        @Override
        public void err(String text) {
            console.err(secrets.mask(text));
        }

        @Override
        public void progress(String line) {
            console.progress(secrets.mask(line));
        }

        @Override
        public boolean isInteractive() {
            return console.isInteractive();
        }

        @Override
        public boolean confirms(String question) {
            return console.confirms(question);
        }

        @Override
        public Vocabulary vocabulary() {
            return console.vocabulary();
        }
    }
}
