package dev.retort.maven;

import dev.retort.commands.Command;
import dev.retort.commands.Current;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Where the database stands: at the heads, behind them, or ahead of what the project knows. */
@Mojo(name = "current", requiresDependencyResolution = ResolutionScope.RUNTIME)
@SuppressWarnings("NullAway.Init")
public final class CurrentGoal extends AbstractDatabaseGoal {

    /** Whether anything but the heads fails the build. */
    @Parameter(property = "checkHeads", defaultValue = "false")
    boolean checkHeads;

    /** Whether everything known is told. */
    @Parameter(property = "verbose", defaultValue = "false")
    boolean verbose;

    @Override
    Command command() throws IOException, MojoExecutionException {
        return new Current(application(), connection(), checkHeads, verbose);
    }
}
