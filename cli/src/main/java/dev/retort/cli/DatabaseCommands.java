package dev.retort.cli;

import dev.retort.commands.Command;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that look: at the registry, or at where a database stands. */
final class DatabaseCommands {
    private DatabaseCommands() {}

    @picocli.CommandLine.Command(
            name = "current",
            description = "Shows where the database stands, and whether that is behind or ahead.",
            exitCodeListHeading = "%nExit status:%n",
            exitCodeList = {"0:told", "1:not at the heads, with --check-heads", "2:could not be told"})
    static final class Current extends Subcommand.OfDatabase {

        @Option(names = "--check-heads", description = "Exit with 1 unless the database is at the heads")
        boolean checkHeads;

        @Option(
                names = {"-v", "--verbose"},
                description = "Everything known of the revisions, and of which database")
        boolean verbose;

        @Override
        Command command(Settings settings) {
            return new dev.retort.commands.Current(project(settings), connection(settings), checkHeads, verbose);
        }
    }

    @picocli.CommandLine.Command(
            name = "history",
            description =
                    "Draws the revisions, the newest first; where a database is named, with what is pending there (o).")
    static final class History extends Subcommand.OfDatabase {

        @Option(
                names = {"-r", "--rev-range"},
                paramLabel = "<from:to>",
                description = "Both included; either may be left out. Also current, and -n or +n from the other end")
        @Nullable
        String range;

        @Option(
                names = {"-v", "--verbose"},
                description = "Everything known of the revisions")
        boolean verbose;

        @Override
        Command command(Settings settings) {
            return new dev.retort.commands.History(
                    project(settings), connection(settings), Optional.ofNullable(range), verbose);
        }
    }

    @picocli.CommandLine.Command(
            name = "verify",
            description = "Compares what the database holds with what its revisions made.",
            exitCodeListHeading = "%nExit status:%n",
            exitCodeList = {"0:it holds all of it", "1:something is missing or different", "2:could not be compared"})
    static final class Verify extends Subcommand.OfDatabase {

        @Option(names = "--strict", description = "Exit with 1 also for what no revision made")
        boolean strict;

        @Override
        Command command(Settings settings) {
            return new dev.retort.commands.Verify(project(settings), connection(settings), strict);
        }
    }

    @picocli.CommandLine.Command(name = "show", description = "Shows everything known of a revision.")
    static final class Show extends Subcommand.OfDatabase {

        @Parameters(paramLabel = "<target>", description = "An id or its beginning, head, heads, current, id+n, id-n")
        String target = "";

        @Override
        Command command(Settings settings) {
            return new dev.retort.commands.Show(project(settings), connection(settings), target);
        }
    }

    @picocli.CommandLine.Command(name = "heads", description = "Shows the revisions that no other revises.")
    static final class Heads extends Subcommand.OfProject {

        @Option(
                names = {"-v", "--verbose"},
                description = "Everything known of them")
        boolean verbose;

        @Override
        Command command(Settings settings) {
            return new dev.retort.commands.Heads(project(settings), verbose);
        }
    }

    @picocli.CommandLine.Command(
            name = "branches",
            description = "Shows the revisions that several others revise, with these.")
    static final class Branches extends Subcommand.OfProject {

        @Option(
                names = {"-v", "--verbose"},
                description = "Everything known of them")
        boolean verbose;

        @Override
        Command command(Settings settings) {
            return new dev.retort.commands.Branches(project(settings), verbose);
        }
    }
}
