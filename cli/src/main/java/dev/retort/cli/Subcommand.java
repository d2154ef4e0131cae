package dev.retort.cli;

import dev.retort.commands.Command;
import dev.retort.commands.CommandException;
import dev.retort.commands.Commands;
import dev.retort.commands.ConnectionSettings;
import dev.retort.commands.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command takes, and how it is run. */
@picocli.CommandLine.Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nArguments:%n")
abstract class Subcommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "<file>",
            description = "Settings, instead of retort.properties in the working folder")
    @Nullable
    Path config;

    @Option(
            names = {"-cp", "--class-path"},
            paramLabel = "<path>",
            description =
                    "The application's classes and libraries, with the JDBC driver; lib/* is every jar of a folder")
    List<String> classPath = new ArrayList<>();

    @Option(names = "--debug", description = "Show stack traces")
    boolean debug;

    /** What was asked for. */
    abstract Command command(Settings settings);

    @Override
    public final Integer call() {
        if (spec == null) {
            throw new IllegalStateException("called by no command line");
        }
        try (TerminalConsole console = TerminalConsole.ofProcess(
                spec.commandLine().getOut(), spec.commandLine().getErr())) {
            Command command;
            try {
                command = command(Settings.read(config));
            } catch (CommandException refused) {
                return Commands.refuse(refused, console, debug);
            }
            return Commands.run(command, console, debug);
        }
    }

    final List<Path> classPath(Settings settings) {
        return classPath.isEmpty() ? settings.paths("class-path") : Settings.paths(classPath);
    }

    static Optional<String> given(@Nullable String option, Settings settings, String key) {
        return Optional.ofNullable(option).or(() -> settings.find(key));
    }

    /** A command that reads the registry. */
    abstract static class OfProject extends Subcommand {

        @Option(
                names = "--registry",
                paramLabel = "<name>",
                description = "The class of the registry, where the class path has several")
        @Nullable
        String registry;

        @Option(
                names = "--history-table",
                paramLabel = "<name>",
                description = "Where the database records what was applied; retort_history without it")
        @Nullable
        String historyTable;

        final Project project(Settings settings) {
            return new Project(
                    classPath(settings),
                    given(registry, settings, "registry"),
                    given(historyTable, settings, "history-table"));
        }
    }

    /** A command that may speak to a database. */
    abstract static class OfDatabase extends OfProject {

        @Option(names = "--url", paramLabel = "<url>", description = "The JDBC URL of the database")
        @Nullable
        String url;

        @Option(names = "--user", paramLabel = "<name>", description = "The user, where the URL does not name one")
        @Nullable
        String user;

        @Option(
                names = "--password",
                paramLabel = "<password>",
                arity = "0..1",
                interactive = true,
                description = "The password; without a value it is asked for")
        @Nullable
        String password;

        final Optional<ConnectionSettings> connection(Settings settings) {
            return ConnectionSettings.resolve(
                    name -> switch (name) {
                        case "url" -> url;
                        case "user" -> user;
                        default -> password;
                    },
                    System.getenv(),
                    settings::get);
        }
    }
}
