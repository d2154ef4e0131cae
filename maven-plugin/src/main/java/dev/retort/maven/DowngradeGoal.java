package dev.retort.maven;

import dev.retort.commands.Command;
import dev.retort.commands.Downgrade;
import dev.retort.commands.Script;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Undoes what revises the target. Asks before it drops data, and refuses where nobody can be asked. */
@Mojo(name = "downgrade", requiresDependencyResolution = ResolutionScope.RUNTIME)
@SuppressWarnings("NullAway.Init")
public final class DowngradeGoal extends AbstractMigratingGoal {

    /** <code>-n</code>, <code>base</code>, an id or its beginning, <code>id-n</code>, <code>id+n</code>; with <code>sql</code>, <code>from:to</code>. */
    @Parameter(property = "target", required = true)
    String target;

    /** Whether data may be dropped without a question. */
    @Parameter(property = "yes", defaultValue = "false")
    boolean yes;

    @Override
    Script.Kind kind() {
        return Script.Kind.DOWNGRADE;
    }

    @Override
    String target() {
        return target;
    }

    @Override
    Command change() throws IOException, MojoExecutionException {
        return new Downgrade(application(), connection(), target, yes);
    }
}
