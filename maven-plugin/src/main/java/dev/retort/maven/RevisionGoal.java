package dev.retort.maven;

import dev.retort.commands.Command;
import dev.retort.commands.NewRevision;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes a migration that leads to the model, beside the last one; nothing where nothing differs. */
@Mojo(name = "revision", requiresDependencyResolution = ResolutionScope.COMPILE)
@Execute(phase = LifecyclePhase.PROCESS_RESOURCES)
@SuppressWarnings("NullAway.Init")
public final class RevisionGoal extends AbstractCompilingGoal {

    /** What the migration does; names its class. */
    @Parameter(property = "message", required = true)
    String message;

    /** Whether it leads to the model; else it is empty, whatever differs. */
    @Parameter(property = "autogenerate", defaultValue = "true")
    boolean autogenerate;

    /**
     * Tables and columns that were renamed, with commas between: <code>users.nick:users.nickname</code>,
     * <code>accounts:customers</code>; <code>none</code> says that the rest was not.
     */
    @Parameter(property = "rename")
    List<String> rename = List.of();

    /** The folder of sources that it is written into; where the last one is, without it. */
    @Parameter(property = "into")
    @Nullable
    File into;

    @Override
    Command command() throws MojoExecutionException {
        return new NewRevision(
                compilation(),
                message,
                autogenerate,
                rename,
                Optional.ofNullable(into).map(File::toPath));
    }
}
