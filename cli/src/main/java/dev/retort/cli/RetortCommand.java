package dev.retort.cli;

import dev.retort.commands.ExitStatus;
import java.util.ArrayList;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;

/** {@code retort}: what the jar runs. */
@CommandLine.Command(
        name = "retort",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "<command>",
        description = "Checks database migrations against the JPA model, writes them, and runs them.",
        subcommands = {
            SourceCommands.Revision.class,
            SourceCommands.Merge.class,
            SourceCommands.Check.class,
            MigratingCommands.Upgrade.class,
            MigratingCommands.Downgrade.class,
            MigratingCommands.Stamp.class,
            DatabaseCommands.Current.class,
            DatabaseCommands.History.class,
            DatabaseCommands.Verify.class,
            DatabaseCommands.Show.class,
            DatabaseCommands.Heads.class,
            DatabaseCommands.Branches.class,
            AutoComplete.GenerateCompletion.class
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done, or the answer is yes",
            "1:the answer is no: drift, a database that is not as it should be",
            "2:not done: wrongly called, refused, failed, or there could be no answer"
        },
        footer = {
            "",
            "A database is named by --url, --user and --password, by RETORT_URL, RETORT_USER and RETORT_PASSWORD, or in"
                    + " retort.properties, which holds the other options too."
        })
public final class RetortCommand {

    public static void main(String[] arguments) {
        RuntimeLog.quieten();
        System.exit(commandLine().execute(arguments(arguments)));
    }

    static CommandLine commandLine() {
        return new CommandLine(new RetortCommand())
                .setExecutionExceptionHandler((fault, commandLine, parsed) -> {
                    // Commands say themselves what stops them: whatever comes here is a fault.
                    commandLine.getErr().println("error: a fault of Retort, please report it: " + fault);
                    return ExitStatus.FAILED;
                })
                .setUsageHelpWidth(100);
    }

    /**
     * With targets such as {@code -1} behind all options and a {@code --}: they look like options where they are, and no
     * option takes a negative number.
     */
    static String[] arguments(String... given) {
        List<String> options = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        for (String argument : given) {
            if (argument.equals("--")) {
                return given;
            }
            (argument.matches("-\\d+") ? steps : options).add(argument);
        }
        if (!steps.isEmpty()) {
            options.add("--");
            options.addAll(steps);
        }
        return options.toArray(new String[0]);
    }
}
