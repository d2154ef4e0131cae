package dev.retort.maven;

import dev.retort.maven.CompilerConfiguration.ProcessorArtifact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactTypeRegistry;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;

/** Resolves the processor path that a project gives maven-compiler-plugin, by that plugin's rules (3.13 and later). */
record ProcessorPath(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {

    /**
     * The files, in order.
     *
     * @return empty where the project names no processor path
     */
    List<Path> resolve(CompilerConfiguration compiler, MavenProject project) throws MojoExecutionException {
        List<ProcessorArtifact> processors = compiler.processors();
        if (processors.isEmpty()) {
            return List.of();
        }
        List<Dependency> managed = managed(project);
        List<Dependency> dependencies = new ArrayList<>();
        for (ProcessorArtifact processor : processors) {
            dependencies.add(dependency(processor, managed));
        }
        CollectRequest collect =
                new CollectRequest(dependencies, compiler.usesManagement() ? managed : List.of(), repositories);
        try {
            return system
                    .resolveDependencies(session, new DependencyRequest(collect, null))
                    .getArtifactResults()
                    .stream()
                    .map(ArtifactResult::getArtifact)
                    .map(Artifact::getFile)
                    .map(java.io.File::toPath)
                    .distinct()
                    .toList();
        } catch (DependencyResolutionException unresolved) {
            throw new MojoExecutionException(
                    "the annotationProcessorPaths cannot be resolved: " + unresolved.getMessage(), unresolved);
        }
    }

    private List<Dependency> managed(MavenProject project) {
        DependencyManagement management = project.getDependencyManagement();
        ArtifactTypeRegistry types = session.getArtifactTypeRegistry();
        return management == null
                ? List.of()
                : management.getDependencies().stream()
                        .map(dependency -> RepositoryUtils.toDependency(dependency, types))
                        .toList();
    }

    private static Dependency dependency(ProcessorArtifact processor, List<Dependency> managed)
            throws MojoExecutionException {
        String version = processor.version() == null ? managedVersion(processor, managed) : processor.version();
        return new Dependency(
                new DefaultArtifact(
                        processor.groupId(), processor.artifactId(), processor.classifier(), processor.type(), version),
                JavaScopes.RUNTIME,
                false,
                processor.exclusions().stream().map(ProcessorPath::exclusion).toList());
    }

    private static Exclusion exclusion(String coordinates) {
        int colon = coordinates.indexOf(':');
        return new Exclusion(coordinates.substring(0, colon), coordinates.substring(colon + 1), "*", "*");
    }

    private static String managedVersion(ProcessorArtifact processor, List<Dependency> managed)
            throws MojoExecutionException {
        return managed.stream()
                .map(Dependency::getArtifact)
                .filter(artifact -> artifact.getGroupId().equals(processor.groupId())
                        && artifact.getArtifactId().equals(processor.artifactId())
                        && Objects.requireNonNullElse(artifact.getClassifier(), "")
                                .equals(Objects.requireNonNullElse(processor.classifier(), "")))
                .map(Artifact::getVersion)
                .findFirst()
                .orElseThrow(() -> new MojoExecutionException(
                        "annotationProcessorPaths names " + processor.groupId() + ":" + processor.artifactId()
                                + " without a version, and dependencyManagement does not either"));
    }
}
