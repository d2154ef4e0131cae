package dev.retort.maven;

import dev.retort.commands.Command;
import dev.retort.commands.Script;
import dev.retort.commands.Stamp;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Records that the database stands at the target, after comparing what it holds. Runs nothing. */
@Mojo(name = "stamp", requiresDependencyResolution = ResolutionScope.RUNTIME)
@SuppressWarnings("NullAway.Init")
public final class StampGoal extends AbstractMigratingGoal {

    /** <code>head</code>, <code>heads</code>, <code>base</code>, an id or its beginning, <code>id-n</code>, <code>id+n</code>; with <code>sql</code> also <code>from:to</code>. */
    @Parameter(property = "target", required = true)
    String target;

    /** Whether what the database holds is not compared, and revisions that are not known are forgotten. */
    @Parameter(property = "unverified", defaultValue = "false")
    boolean unverified;

    @Override
    Script.Kind kind() {
        return Script.Kind.STAMP;
    }

    @Override
    String target() {
        return target;
    }

    @Override
    Command change() throws IOException, MojoExecutionException {
        return new Stamp(application(), connection(), target, unverified);
    }
}
