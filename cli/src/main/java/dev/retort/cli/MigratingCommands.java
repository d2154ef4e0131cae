package dev.retort.cli;

import dev.retort.commands.Command;
import dev.retort.commands.Script;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that change a database, or print the SQL that would. */
final class MigratingCommands {
    private MigratingCommands() {}

    /** What may be printed instead of being run. */
    abstract static class Migrating extends Subcommand.OfDatabase {

        @Option(names = "--sql", description = "Print the SQL instead of running it; connects to nothing")
        boolean sql;

        @Option(
                names = "--dialect",
                paramLabel = "<name>",
                description =
                        "For --sql: sqlite, h2, postgresql, mariadb, mysql, sqlserver or oracle, where neither the URL nor the registry says")
        @Nullable
        String dialect;

        final Command script(Settings settings, Script.Kind kind, String range) {
            return new Script(project(settings), kind, range, Optional.ofNullable(dialect), connection(settings));
        }
    }

    @picocli.CommandLine.Command(
            name = "upgrade",
            description = "Applies the target and what it revises, as far as that is pending.")
    static final class Upgrade extends Migrating {

        @Parameters(
                arity = "0..1",
                paramLabel = "<target>",
                defaultValue = "heads",
                description = "head, heads (default), an id or its beginning, +n, id+n, id-n; with --sql also from:to")
        String target = "heads";

        @Override
        Command command(Settings settings) {
            return sql
                    ? script(settings, Script.Kind.UPGRADE, target)
                    : new dev.retort.commands.Upgrade(project(settings), connection(settings), target);
        }
    }

    @picocli.CommandLine.Command(
            name = "downgrade",
            description =
                    "Undoes what revises the target. Asks before it drops data, and refuses where nobody can be asked.")
    static final class Downgrade extends Migrating {

        @Parameters(
                paramLabel = "<target>",
                description = "-n, base, an id or its beginning, id-n, id+n; with --sql from:to")
        String target = "";

        @Option(
                names = {"-y", "--yes"},
                description = "Do not ask")
        boolean yes;

        @Override
        Command command(Settings settings) {
            return sql
                    ? script(settings, Script.Kind.DOWNGRADE, target)
                    : new dev.retort.commands.Downgrade(project(settings), connection(settings), target, yes);
        }
    }

    @picocli.CommandLine.Command(
            name = "stamp",
            description =
                    "Records that the database stands at the target, after comparing what it holds. Runs nothing.")
    static final class Stamp extends Migrating {

        @Parameters(
                paramLabel = "<target>",
                description = "head, heads, base, an id or its beginning, id-n, id+n; with --sql also from:to")
        String target = "";

        @Option(
                names = {"--unverified", "--force"},
                description = "Do not compare, and forget revisions that are not known")
        boolean unverified;

        @Override
        Command command(Settings settings) {
            return sql
                    ? script(settings, Script.Kind.STAMP, target)
                    : new dev.retort.commands.Stamp(project(settings), connection(settings), target, unverified);
        }
    }
}
