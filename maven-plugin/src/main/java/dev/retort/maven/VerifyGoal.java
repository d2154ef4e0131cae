package dev.retort.maven;

import dev.retort.commands.Command;
import dev.retort.commands.Verify;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Whether the database holds what its revisions made; fails the build where something is missing or different. */
@Mojo(name = "verify", requiresDependencyResolution = ResolutionScope.RUNTIME)
@SuppressWarnings("NullAway.Init")
public final class VerifyGoal extends AbstractDatabaseGoal {

    /** Whether what no revision made counts too. */
    @Parameter(property = "strict", defaultValue = "false")
    boolean strict;

    @Override
    Command command() throws IOException, MojoExecutionException {
        return new Verify(application(), connection(), strict);
    }
}
