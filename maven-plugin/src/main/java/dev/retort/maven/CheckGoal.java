package dev.retort.maven;

import dev.retort.commands.Check;
import dev.retort.commands.Command;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Whether the migrations are sound and lead to the model: fails the build for drift or a broken chain. Compiles nothing. */
@Mojo(name = "check", requiresDependencyResolution = ResolutionScope.COMPILE)
@Execute(phase = LifecyclePhase.PROCESS_RESOURCES)
@SuppressWarnings("NullAway.Init")
public final class CheckGoal extends AbstractCompilingGoal {

    /** Whether every finding is told as JSON. */
    @Parameter(property = "json", defaultValue = "false")
    boolean json;

    /** Whether findings are a SARIF 2.1.0 log, which code hosts show beside lines. */
    @Parameter(property = "sarif", defaultValue = "false")
    boolean sarif;

    @Override
    Command command() throws MojoExecutionException {
        Check.Format format = json ? Check.Format.JSON : sarif ? Check.Format.SARIF : Check.Format.TEXT;
        return new Check(compilation(), format);
    }
}
