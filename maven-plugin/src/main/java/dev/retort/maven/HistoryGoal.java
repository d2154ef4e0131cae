package dev.retort.maven;

import dev.retort.commands.Command;
import dev.retort.commands.History;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** The revisions as a graph, the newest first; with a database also what is pending there, and where it stands. */
@Mojo(name = "history", requiresDependencyResolution = ResolutionScope.RUNTIME)
@SuppressWarnings("NullAway.Init")
public final class HistoryGoal extends AbstractDatabaseGoal {

    /** <code>from:to</code>, either may be left out. */
    @Parameter(property = "range")
    @Nullable
    String range;

    /** Whether everything known is told. */
    @Parameter(property = "verbose", defaultValue = "false")
    boolean verbose;

    @Override
    Command command() throws IOException, MojoExecutionException {
        return new History(application(), connection(), Optional.ofNullable(range), verbose);
    }
}
