package dev.retort.commands;

import java.io.IOException;
import java.util.Optional;

/** One command with all that was asked for. Immutable; may be run again. */
public sealed interface Command
        permits Branches,
                Check,
                Current,
                Downgrade,
                Heads,
                History,
                Merge,
                NewRevision,
                Script,
                Show,
                Stamp,
                Upgrade,
                Verify {

    /**
     * Does it. {@link Commands#run} also says what goes wrong.
     *
     * @return one of {@link ExitStatus}
     * @throws CommandException when it cannot be done
     * @throws dev.retort.runtime.MigrationException when the migrator refuses or fails
     * @throws IOException when a file cannot be read or written
     */
    int run(Console console) throws IOException;

    /** The database that it speaks to, whose secrets must not show; empty for a command that needs none. */
    default Optional<ConnectionSettings> connection() {
        return Optional.empty();
    }
}
