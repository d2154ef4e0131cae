package dev.retort.maven;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What a project says to maven-compiler-plugin for its main sources, as far as it matters to a processor. */
record CompilerConfiguration(
        @Nullable Xpp3Dom dom,
        @Nullable String releaseProperty,
        @Nullable String sourceProperty) {

    private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";
    private static final String MAIN = "default-compile";

    /** An element of {@code annotationProcessorPaths}; what it leaves out is managed. */
    record ProcessorArtifact(
            String groupId,
            String artifactId,
            @Nullable String version,
            @Nullable String classifier,
            String type,
            List<String> exclusions) {}

    static CompilerConfiguration of(MavenProject project) {
        Plugin plugin = project.getPlugin(COMPILER);
        PluginExecution execution =
                plugin == null ? null : plugin.getExecutionsAsMap().get(MAIN);
        Object dom = execution != null && execution.getConfiguration() != null
                ? execution.getConfiguration()
                : plugin == null ? null : plugin.getConfiguration();
        return new CompilerConfiguration(
                (Xpp3Dom) dom,
                project.getProperties().getProperty("maven.compiler.release"),
                project.getProperties().getProperty("maven.compiler.source"));
    }

    /** As for {@code javac --release}; where only a source version is given, that. */
    Optional<String> release() {
        return Stream.of(text("release"), releaseProperty, text("source"), sourceProperty)
                .filter(value -> value != null && !value.isBlank())
                .map(value -> value.startsWith("1.") ? value.substring(2) : value)
                .findFirst();
    }

    /** Those for processors, and the one for previews: others do not change what is read. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        for (Xpp3Dom argument : children("compilerArgs")) {
            add(options, argument.getValue());
        }
        add(options, text("compilerArgument"));
        for (Xpp3Dom argument : children("compilerArguments")) {
            add(options, "-" + argument.getName() + (argument.getValue() == null ? "" : "=" + argument.getValue()));
        }
        if ("true".equals(text("enablePreview"))) {
            options.add("--enable-preview");
        }
        return options;
    }

    List<ProcessorArtifact> processors() {
        return children("annotationProcessorPaths").stream()
                .map(path -> new ProcessorArtifact(
                        required(path, "groupId"),
                        required(path, "artifactId"),
                        text(path, "version"),
                        text(path, "classifier"),
                        Optional.ofNullable(text(path, "type")).orElse("jar"),
                        path.getChild("exclusions") == null
                                ? List.of()
                                : Arrays.stream(path.getChild("exclusions").getChildren())
                                        .map(exclusion -> required(exclusion, "groupId") + ":"
                                                + required(exclusion, "artifactId"))
                                        .toList()))
                .toList();
    }

    /** Whether {@code dependencyManagement} also rules what the processors depend on. */
    boolean usesManagement() {
        return "true".equals(text("annotationProcessorPathsUseDepMgmt"));
    }

    private static void add(List<String> options, @Nullable String argument) {
        if (argument != null && (argument.startsWith("-A") || argument.equals("--enable-preview"))) {
            options.add(argument);
        }
    }

    private List<Xpp3Dom> children(String name) {
        Xpp3Dom child = dom == null ? null : dom.getChild(name);
        return child == null ? List.of() : Arrays.asList(child.getChildren());
    }

    private @Nullable String text(String name) {
        return dom == null ? null : text(dom, name);
    }

    private static @Nullable String text(Xpp3Dom parent, String name) {
        Xpp3Dom child = parent.getChild(name);
        return child == null || child.getValue() == null
                ? null
                : child.getValue().strip();
    }

    private static String required(Xpp3Dom parent, String name) {
        String text = text(parent, name);
        return text == null ? "" : text;
    }
}
