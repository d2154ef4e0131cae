package dev.retort.maven;

import dev.retort.commands.Command;
import dev.retort.commands.Script;
import dev.retort.commands.Upgrade;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Applies the target and what it revises, as far as that is pending. */
@Mojo(name = "upgrade", requiresDependencyResolution = ResolutionScope.RUNTIME)
@SuppressWarnings("NullAway.Init")
public final class UpgradeGoal extends AbstractMigratingGoal {

    /** <code>head</code>, <code>heads</code>, an id or its beginning, <code>+n</code>, <code>id+n</code>, <code>id-n</code>; with <code>sql</code> also <code>from:to</code>. */
    @Parameter(property = "target", defaultValue = "heads")
    String target;

    @Override
    Script.Kind kind() {
        return Script.Kind.UPGRADE;
    }

    @Override
    String target() {
        return target;
    }

    @Override
    Command change() throws IOException, MojoExecutionException {
        return new Upgrade(application(), connection(), target);
    }
}
