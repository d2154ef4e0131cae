package dev.retort.maven;

import dev.retort.commands.Compilation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;

/** A goal that reads the sources, as maven-compiler-plugin would compile them. */
@SuppressWarnings("NullAway.Init")
abstract class AbstractCompilingGoal extends AbstractGoal {

    @Inject
    RepositorySystem repositorySystem;

    final Compilation compilation() throws MojoExecutionException {
        CompilerConfiguration compiler = CompilerConfiguration.of(project);
        List<Path> classPath = classPath();
        List<Path> processorPath = new ProcessorPath(
                        repositorySystem, session.getRepositorySession(), project.getRemoteProjectRepositories())
                .resolve(compiler, project);
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        return new Compilation(
                // What the phases before have generated is known to the project that they ran on, a copy.
                project.getExecutionProject().getCompileSourceRoots().stream()
                        .map(Path::of)
                        .toList(),
                classPath,
                // Without a processor path of its own, javac looks for processors on the class path.
                processorPath.isEmpty() ? classPath : processorPath,
                compiler.release(),
                Files.isDirectory(classes) ? Optional.of(classes) : Optional.empty(),
                compiler.options());
    }

    private List<Path> classPath() throws MojoExecutionException {
        try {
            return project.getCompileClasspathElements().stream()
                    .map(Path::of)
                    .filter(path -> !path.equals(Path.of(project.getBuild().getOutputDirectory())))
                    .toList();
        } catch (DependencyResolutionRequiredException unresolved) {
            throw new MojoExecutionException("the compile class path is not known", unresolved);
        }
    }
}
