package dev.retort.maven;

import dev.retort.commands.Command;
import dev.retort.commands.Merge;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes a migration that merges the heads; nothing where there is one. */
@Mojo(name = "merge", requiresDependencyResolution = ResolutionScope.COMPILE)
@Execute(phase = LifecyclePhase.PROCESS_RESOURCES)
@SuppressWarnings("NullAway.Init")
public final class MergeGoal extends AbstractCompilingGoal {

    /** What the migration does; names its class. */
    @Parameter(property = "message", required = true)
    String message;

    /** The folder of sources that it is written into; where the last one is, without it. */
    @Parameter(property = "into")
    @Nullable
    File into;

    @Override
    Command command() throws MojoExecutionException {
        return new Merge(compilation(), message, Optional.ofNullable(into).map(File::toPath));
    }
}
