package dev.retort.maven;

import dev.retort.commands.Command;
import dev.retort.commands.Script;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that changes a database, or tells the SQL that would. */
@SuppressWarnings("NullAway.Init")
abstract class AbstractMigratingGoal extends AbstractDatabaseGoal {

    /** Whether the SQL is told instead of run; connects to nothing. */
    @Parameter(property = "sql", defaultValue = "false")
    boolean sql;

    /** For <code>sql</code>: the dialect, where neither the URL nor the registry says. */
    @Parameter(property = "dialect")
    @Nullable
    String dialect;

    /** What it would be run as. */
    abstract Script.Kind kind();

    /** Where it leads. */
    abstract String target();

    /** What changes the database. */
    abstract Command change() throws IOException, MojoExecutionException;

    @Override
    final Command command() throws IOException, MojoExecutionException {
        return sql ? new Script(application(), kind(), target(), Optional.ofNullable(dialect), connection()) : change();
    }
}
