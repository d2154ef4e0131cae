package dev.retort.maven;

import dev.retort.commands.Command;
import dev.retort.commands.CommandException;
import dev.retort.commands.Commands;
import dev.retort.commands.ExitStatus;
import java.io.File;
import java.io.IOException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** One command. Its answer no fails the build, its failure is an error of the build. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
abstract class AbstractGoal extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    /** Whether the goal does nothing. */
    @Parameter(property = "retort.skip", defaultValue = "false")
    boolean skip;

    /** Whether stack traces are shown. */
    @Parameter(property = "debug", defaultValue = "false")
    boolean debug;

    /** A file that the answer is written to, instead of the log. */
    @Parameter(property = "output")
    @Nullable
    File output;

    /**
     * What is to be done.
     *
     * @throws CommandException when it cannot be
     * @throws MojoExecutionException when Maven cannot tell what it needs
     */
    abstract Command command() throws IOException, MojoExecutionException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || project.getPackaging().equals("pom")) {
            getLog().debug("nothing to do: " + (skip ? "skipped" : "a pom has no migrations"));
            return;
        }
        switch (status()) {
            case ExitStatus.OK -> {}
            case ExitStatus.NO -> throw new MojoFailureException("Retort's answer is no, see above");
            default -> throw new MojoExecutionException("Retort could not do it, see above");
        }
    }

    private int status() throws MojoExecutionException {
        try {
            LogConsole console = new LogConsole(
                    getLog(),
                    output == null ? null : output.toPath(),
                    session.getRequest().isInteractiveMode() ? System.console() : null);
            Command command;
            try {
                command = command();
            } catch (CommandException refused) {
                console.err("error: " + refused.getMessage());
                return ExitStatus.FAILED;
            }
            return Commands.run(command, console, debug);
        } catch (IOException failed) {
            throw new MojoExecutionException("a file cannot be read or written: " + failed, failed);
        }
    }
}
