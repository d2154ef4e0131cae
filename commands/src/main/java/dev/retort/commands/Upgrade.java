package dev.retort.commands;

import dev.retort.commands.database.LoadedProject;
import dev.retort.commands.text.Revisions;
import dev.retort.runtime.Migrator;
import dev.retort.runtime.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Applies revisions up to a target.
 *
 * @param target as for {@link Migrator#upgrade(String)}
 */
public record Upgrade(Project project, Optional<ConnectionSettings> connection, String target) implements Command {

    private static final String SQLITE = "jdbc:sqlite:";

    @Override
    public int run(Console console) throws IOException {
        try (LoadedProject loaded = LoadedProject.of(project)) {
            Migrator migrator = loaded.migrator(connection);
            makeFolder();
            Revisions revisions = new Revisions(loaded.registry().revisions());
            List<Revision> path = migrator.upgradePath(target);
            if (path.isEmpty()) {
                console.out("Nothing to upgrade.");
                return ExitStatus.OK;
            }
            Migration migration = new Migration(console, revisions, path, "Applied");
            migration.announce("Upgrading by", revision -> "");
            return migration.run(migrator, prepared -> prepared.upgrade(target));
        }
    }

    /** SQLite makes the file of a database, but not the folder that it is to lie in. */
    private void makeFolder() throws IOException {
        String url = connection.map(ConnectionSettings::url).orElse("");
        if (!url.startsWith(SQLITE) || url.startsWith(SQLITE + ":") || url.startsWith(SQLITE + "file:")) {
            return;
        }
        try {
            Path folder = Path.of(url.substring(SQLITE.length()).replaceFirst("\\?.*", ""))
                    .toAbsolutePath()
                    .getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (InvalidPathException isNoFile) {
            throw new CommandException(
                    "the URL " + url + " names no file", isNoFile.getReason(), "correct the URL", isNoFile);
        }
    }
}
