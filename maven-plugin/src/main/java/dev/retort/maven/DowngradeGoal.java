package dev.retort.maven;

import dev.retort.commands.Command;
import dev.retort.commands.Downgrade;
import dev.retort.commands.Script;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Undoes what revises the target. Asks before it drops data, and refuses where nobody can be asked. */
@Mojo(name = "downgrade", requiresDependencyResolution = ResolutionScope.RUNTIME)
@SuppressWarnings("NullAway.Init")
public final class DowngradeGoal extends AbstractDatabaseGoal {

    /** <code>-n</code>, <code>base</code>, an id or its beginning, <code>id-n</code>, <code>id+n</code>; with <code>sql</code>, <code>from:to</code>. */
    @Parameter(property = "target", required = true)
    String target;

    /** Whether data may be dropped without a question. */
    @Parameter(property = "yes", defaultValue = "false")
    boolean yes;

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
                ? new Script(application(), Script.Kind.DOWNGRADE, target, Optional.ofNullable(dialect), connection())
                : new Downgrade(application(), connection(), target, yes);
    }
}
