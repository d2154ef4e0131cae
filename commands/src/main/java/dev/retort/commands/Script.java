package dev.retort.commands;

import dev.retort.commands.database.Dialects;
import dev.retort.commands.database.LoadedProject;
import dev.retort.commands.database.StampRegistry;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.MigrationScript;
import dev.retort.runtime.Revision;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The SQL that a command would run, as a script; connects to nothing.
 *
 * @param range {@code from:to}, or {@code to} from the base; a downgrade needs both
 * @param dialect empty for that of the URL, or the only one there is
 * @param connection of its URL only the kind of database is looked at
 */
public record Script(
        Project project, Kind kind, String range, Optional<String> dialect, Optional<ConnectionSettings> connection)
        implements Command {

    /** Which command it stands for. */
    public enum Kind {
        UPGRADE,
        DOWNGRADE,
        STAMP;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public int run(Console console) throws IOException {
        try (LoadedProject loaded = LoadedProject.of(project)) {
            MigrationRegistry registry = loaded.registry();
            int colon = range.indexOf(':');
            if (kind == Kind.DOWNGRADE && colon < 0) {
                throw new CommandException(
                        "a downgrade as SQL needs from:to",
                        "no database is asked where it stands",
                        "write where it stands and where it is to lead, for example head:" + range);
            }
            String from = colon <= 0 ? "base" : range.substring(0, colon);
            String to = colon == range.length() - 1 ? "heads" : range.substring(colon + 1);
            requireDirection(loaded, from, to);
            StringBuilder sql = new StringBuilder();
            MigrationScript.write(
                    kind == Kind.STAMP ? new StampRegistry(registry) : registry,
                    Dialects.one(registry, dialect, connection.map(ConnectionSettings::url)),
                    from + ":" + to,
                    project.historyTable().orElse("retort_history"),
                    sql);
            console.out(sql.toString().stripTrailing());
            return ExitStatus.OK;
        }
    }

    private void requireDirection(LoadedProject loaded, String from, String to) {
        List<Revision> start = loaded.offline().revisions(from);
        Set<Revision> end = new HashSet<>(loaded.offline().revisions(to));
        boolean up = end.containsAll(start);
        boolean down = new HashSet<>(start).containsAll(end);
        boolean leads = switch (kind) {
            case UPGRADE -> up;
            case DOWNGRADE -> down;
            case STAMP -> up || down;
        };
        if (!leads) {
            throw new CommandException(
                    "no " + kind + " leads from " + from + " to " + to,
                    up || down ? "it is the other way" : "neither revises the other",
                    "choose a range along one line of revisions");
        }
    }
}
