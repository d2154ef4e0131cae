package dev.retort.maven;

import dev.retort.commands.Branches;
import dev.retort.commands.Command;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** The revisions that several others revise, with these. */
@Mojo(name = "branches", requiresDependencyResolution = ResolutionScope.RUNTIME)
@SuppressWarnings("NullAway.Init")
public final class BranchesGoal extends AbstractDatabaseGoal {

    /** Whether everything known is told. */
    @Parameter(property = "verbose", defaultValue = "false")
    boolean verbose;

    @Override
    Command command() throws IOException, MojoExecutionException {
        return new Branches(application(), verbose);
    }
}
