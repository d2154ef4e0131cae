package dev.retort.cli;

import dev.retort.commands.Command;
import dev.retort.commands.Compilation;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The commands that compile. */
final class SourceCommands {
    private SourceCommands() {}

    /** How sources are compiled. */
    abstract static class OfSources extends Subcommand {

        @Option(
                names = {"-s", "--source"},
                paramLabel = "<folder>",
                description = "Where the packages of the sources begin (default: src/main/java)")
        List<String> source = new ArrayList<>();

        @Option(
                names = "--processor-path",
                paramLabel = "<path>",
                description = "Retort's processor with Hibernate (default: this jar and the class path)")
        List<String> processorPath = new ArrayList<>();

        @Option(names = "--release", paramLabel = "<n>", description = "As for javac")
        @Nullable
        String release;

        @Option(
                names = "--javac-option",
                paramLabel = "<option>",
                description = "A further option for javac, such as -Aretort.dialects=sqlite")
        List<String> javacOptions = new ArrayList<>();

        final Compilation compilation(Settings settings) {
            List<Path> classes = classPath(settings);
            List<Path> processors =
                    processorPath.isEmpty() ? settings.paths("processor-path") : Settings.paths(processorPath);
            List<Path> sources = source.isEmpty() ? settings.paths("source") : Settings.paths(source);
            List<String> options = new ArrayList<>(settings.words("javac-options"));
            options.addAll(javacOptions);
            return new Compilation(
                    sources.isEmpty() ? List.of(Path.of("src", "main", "java")) : sources,
                    classes,
                    processors.isEmpty() ? thisAnd(classes) : processors,
                    given(release, settings, "release"),
                    Optional.empty(),
                    options);
        }

        /** The processor is in this very jar, and Hibernate is the application's. */
        private static List<Path> thisAnd(List<Path> classPath) {
            List<Path> path = new ArrayList<>();
            try {
                Path self = Path.of(RetortCommand.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
                if (Files.isRegularFile(self)) {
                    path.add(self);
                }
            } catch (URISyntaxException unspeakable) {
                throw new IllegalStateException("this jar has no path", unspeakable);
            }
            path.addAll(classPath);
            return path;
        }
    }

    @picocli.CommandLine.Command(
            name = "check",
            description =
                    "Tells whether the migrations are sound and lead to the model. Compiles nothing to class files.",
            exitCodeListHeading = "%nExit status:%n",
            exitCodeList = {
                "0:in step",
                "1:drift, a broken chain, or a migration that cannot be applied",
                "2:could not be checked"
            })
    static final class Check extends OfSources {

        @Option(names = "--json", description = "Print every finding as JSON")
        boolean json;

        @Option(names = "--sarif", description = "Print a SARIF 2.1.0 log, which code hosts show beside lines")
        boolean sarif;

        @Override
        Command command(Settings settings) {
            if (json && sarif) {
                throw new dev.retort.commands.CommandException(
                        "--json and --sarif are given both", "the answer has one form", "leave one of them out");
            }
            return new dev.retort.commands.Check(
                    compilation(settings),
                    json
                            ? dev.retort.commands.Check.Format.JSON
                            : sarif ? dev.retort.commands.Check.Format.SARIF : dev.retort.commands.Check.Format.TEXT);
        }
    }

    /** Where what is written goes, and its message. */
    abstract static class Writing extends OfSources {

        @Option(
                names = {"-m", "--message"},
                paramLabel = "<message>",
                required = true,
                description = "What it does; names the class")
        String message = "";

        @Option(
                names = "--into",
                paramLabel = "<folder>",
                description = "The folder of sources it is written into (default: where the last migration is)")
        @Nullable
        Path into;
    }

    @picocli.CommandLine.Command(
            name = "revision",
            description = "Writes a migration: an empty one, or with --autogenerate one that cures the drift.")
    static final class Revision extends Writing {

        @Option(names = "--autogenerate", description = "Write what leads to the model; nothing where nothing differs")
        boolean autogenerate;

        @Option(
                names = "--rename",
                split = ",",
                paramLabel = "<old:new>",
                description = "users.nick:users.nickname or accounts:customers; none: what is left is no rename")
        List<String> renames = new ArrayList<>();

        @Override
        Command command(Settings settings) {
            return new dev.retort.commands.NewRevision(
                    compilation(settings), message, autogenerate, renames, Optional.ofNullable(into));
        }
    }

    @picocli.CommandLine.Command(name = "merge", description = "Writes a migration that merges the heads.")
    static final class Merge extends Writing {

        @Override
        Command command(Settings settings) {
            return new dev.retort.commands.Merge(compilation(settings), message, Optional.ofNullable(into));
        }
    }
}
