package dev.retort.commands;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A command cannot do what it was asked. Laid out as {@link dev.retort.runtime.MigrationException} is. */
public final class CommandException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * With a message of three lines.
     *
     * @param sentence what cannot be done: lower case, no final stop
     * @param cause why
     * @param help the way out
     */
    public CommandException(String sentence, String cause, String help) {
        this(sentence, cause, help, null);
    }

    /** The same, after a failure of something else. */
    public CommandException(String sentence, String cause, String help, @Nullable Throwable failure) {
        super(sentence + "\n  " + cause.replace("\n", "\n  ") + "\n  help: " + help, failure);
    }
}
