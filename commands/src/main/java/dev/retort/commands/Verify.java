package dev.retort.commands;

import dev.retort.commands.database.LoadedProject;
import dev.retort.runtime.Verification;
import java.io.IOException;
import java.util.Optional;

/**
 * Whether a database holds what its revisions made: {@link ExitStatus#NO} where something is missing or different.
 *
 * @param strict whether what no revision made counts too
 */
public record Verify(Project project, Optional<ConnectionSettings> connection, boolean strict) implements Command {

    @Override
    public int run(Console console) throws IOException {
        try (LoadedProject loaded = LoadedProject.of(project)) {
            Verification found = loaded.migrator(connection).verify();
            found.missing().forEach(item -> console.out("missing: " + item));
            found.different().forEach(item -> console.out("different: " + item));
            found.unexpected().forEach(item -> console.out("unexpected: " + item));
            boolean holds = found.missing().isEmpty()
                    && found.different().isEmpty()
                    && (!strict || found.unexpected().isEmpty());
            console.out(
                    holds
                            ? "The database holds what its revisions made."
                            : "The database is not as its revisions made it.");
            return holds ? ExitStatus.OK : ExitStatus.NO;
        }
    }
}
