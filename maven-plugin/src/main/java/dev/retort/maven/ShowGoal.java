package dev.retort.maven;

import dev.retort.commands.Command;
import dev.retort.commands.Show;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Everything known of one revision, or of the heads. */
@Mojo(name = "show", requiresDependencyResolution = ResolutionScope.RUNTIME)
@SuppressWarnings("NullAway.Init")
public final class ShowGoal extends AbstractDatabaseGoal {

    /** <code>head</code>, <code>heads</code>, <code>current</code>, an id or its beginning. */
    @Parameter(property = "target", defaultValue = "heads")
    String target;

    @Override
    Command command() throws IOException, MojoExecutionException {
        return new Show(application(), connection(), target);
    }
}
