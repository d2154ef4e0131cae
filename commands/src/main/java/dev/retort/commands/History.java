package dev.retort.commands;

import dev.retort.commands.database.LoadedProject;
import dev.retort.commands.text.GraphDrawing;
import dev.retort.commands.text.Revisions;
import dev.retort.runtime.Migrator;
import dev.retort.runtime.Revision;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The revisions as a graph, the newest first. Where a database is named, with what is pending there and where it stands.
 *
 * @param range {@code from:to}, both included, either left out for the first and the last; with targets as for {@link
 *     Migrator#revisions}, {@code current}, and {@code -n} or {@code +n} from the other end. Empty for everything
 * @param verbose whether everything known of the revisions is told
 */
public record History(Project project, Optional<ConnectionSettings> connection, Optional<String> range, boolean verbose)
        implements Command {

    private static final String CURRENT = "current";

    @Override
    public int run(Console console) throws IOException {
        try (LoadedProject loaded = LoadedProject.of(project)) {
            Optional<Migrator> migrator = connection.map(settings -> loaded.migrator(connection));
            Revisions revisions = new Revisions(loaded.registry().revisions());
            List<Revision> shown = range.isPresent()
                    ? within(range.get(), loaded, migrator)
                    : loaded.registry().revisions();
            Revisions.Marks marks = migrator.map(online -> Revisions.Marks.of(online.history(), online.current()))
                    .orElse(Revisions.Marks.NONE);
            if (shown.isEmpty()) {
                console.out("No revisions.");
                return ExitStatus.OK;
            }
            console.out(GraphDrawing.draw(
                    shown,
                    marks,
                    revision -> verbose ? revisions.entry(revision, marks) + "\n" : revisions.line(revision, marks)));
            return ExitStatus.OK;
        }
    }

    private static List<Revision> within(String range, LoadedProject loaded, Optional<Migrator> online) {
        int colon = range.indexOf(':');
        if (colon < 0) {
            throw new CommandException(
                    "the range " + range + " cannot be read", "a range is from:to, from: or :to", "write one of these");
        }
        String from = range.substring(0, colon);
        String to = range.substring(colon + 1);
        if (from.startsWith("-")) {
            from = (to.isEmpty() ? "head" : to) + from;
        } else if (to.startsWith("+")) {
            to = (from.isEmpty() ? "base" : from) + to;
        }
        Set<Revision> end = new HashSet<>(resolve(to.isEmpty() ? "heads" : to, loaded, online));
        List<Revision> start = resolve(from.isEmpty() ? "base" : from, loaded, online);
        Set<Revision> before = new HashSet<>(start);
        Revisions.heads(start).forEach(before::remove);
        return loaded.registry().revisions().stream()
                .filter(revision -> end.contains(revision) && !before.contains(revision))
                .toList();
    }

    /** A target with all that it revises; {@code current}, with steps from there, where a database is named. */
    static List<Revision> resolve(String target, LoadedProject loaded, Optional<Migrator> online) {
        Migrator offline = loaded.offline();
        if (!target.startsWith(CURRENT)) {
            return offline.revisions(target);
        }
        List<Revision> current =
                online.orElseGet(() -> loaded.migrator(Optional.empty())).current();
        String steps = target.substring(CURRENT.length());
        if (current.isEmpty()) {
            return offline.revisions("base" + steps);
        }
        Set<Revision> all = new HashSet<>();
        current.forEach(revision -> all.addAll(offline.revisions(revision.id() + steps)));
        return loaded.registry().revisions().stream().filter(all::contains).toList();
    }
}
