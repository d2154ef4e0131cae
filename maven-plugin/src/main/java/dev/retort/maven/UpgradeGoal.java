package dev.retort.maven;

import dev.retort.commands.Command;
import dev.retort.commands.Script;
import dev.retort.commands.Upgrade;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Applies the target and what it revises, as far as that is pending. */
@Mojo(name = "upgrade", requiresDependencyResolution = ResolutionScope.RUNTIME)
@SuppressWarnings("NullAway.Init")
public final class UpgradeGoal extends AbstractDatabaseGoal {

    /** <code>head</code>, <code>heads</code>, an id or its beginning, <code>+n</code>, <code>id+n</code>, <code>id-n</code>; with <code>sql</code> also <code>from:to</code>. */
    @Parameter(property = "target", defaultValue = "heads")
    String target;

    /** Whether the SQL is told instead of run; connects to nothing. */
    @Parameter(property = "sql", defaultValue = "false")
    boolean sql;

    /** For <code>sql</code>: the dialect, where neither the URL nor the registry says. */
    @Parameter(property = "dialect")
    @Nullable
    String dialect;

    @Override
    Command command() throws IOException, MojoExecutionException {
        return sql
                ? new Script(application(), Script.Kind.UPGRADE, target, Optional.ofNullable(dialect), connection())
                : new Upgrade(application(), connection(), target);
    }
}
