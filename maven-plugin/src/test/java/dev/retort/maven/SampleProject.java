package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** A copy of the project among the test's resources, and the Maven that builds it. Not safe for several threads. */
final class SampleProject {
    private static final Path ORIGINAL = Path.of("src/test/resources/project");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{12}\\b");

    private final Path directory;
    private final Path settings;
    /** In the order in which they were first read. */
    private final List<String> revisions = new ArrayList<>();

    private SampleProject(Path directory, Path settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /** What one Maven printed of its goals; and whether it succeeded. */
    record Build(boolean successful, String output) {}

    static SampleProject in(Path folder) throws IOException {
        SampleProject project = empty(folder);
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                project.add(ORIGINAL.relativize(file).toString(), withVersions(Files.readString(file)));
            }
        }
        return project;
    }

    /** Without a file. */
    static SampleProject empty(Path folder) throws IOException {
        Path directory = Files.createDirectories(folder.resolve("shop"));
        String filled =
                Path.of(System.getProperty("goals.filled.repository")).toUri().toString();
        install(Path.of(System.getProperty("goals.repository")));
        // A local repository keeps no checksums.
        String repository = "<id>filled</id><url>" + filled
                + "</url><releases><checksumPolicy>ignore</checksumPolicy></releases>"
                + "<snapshots><enabled>false</enabled></snapshots>";
        Path settings = Files.writeString(folder.resolve("settings.xml"), """
                <settings>
                  <localRepository>%s</localRepository>
                  <profiles>
                    <profile>
                      <id>filled</id>
                      <repositories>
                        <repository>%s</repository>
                      </repositories>
                      <pluginRepositories>
                        <pluginRepository>%s</pluginRepository>
                      </pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>filled</activeProfile></activeProfiles>
                </settings>
                """.formatted(
                        System.getProperty("goals.repository"), repository, repository));
        return new SampleProject(directory, settings);
    }

    /** What this build has packaged, as if it were installed: the repository of the person who builds stays as it is. */
    private static void install(Path repository) throws IOException {
        String version = System.getProperty("version.retort");
        install(repository, "retort-parent", version, Path.of("../pom.xml"), "pom");
        for (String module : List.of("annotations", "runtime", "processor", "commands", "maven-plugin")) {
            String artifact = "retort-" + module;
            Path folder = Path.of("..", module);
            install(repository, artifact, version, folder.resolve("pom.xml"), "pom");
            install(
                    repository,
                    artifact,
                    version,
                    folder.resolve("target/" + artifact + "-" + version + ".jar"),
                    "jar");
        }
    }

    private static void install(Path repository, String artifact, String version, Path file, String type)
            throws IOException {
        Path folder = Files.createDirectories(repository.resolve("dev/retort/" + artifact + "/" + version));
        Files.copy(file, folder.resolve(artifact + "-" + version + "." + type), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String withVersions(String text) {
        Matcher named = Pattern.compile("@(retort|hibernate|sqlite|compiler|resources)@")
                .matcher(text);
        return named.replaceAll(name -> System.getProperty("version." + name.group(1)));
    }

    Path directory() {
        return directory;
    }

    /** Runs goals, with options such as {@code -Dmessage=…} among them. */
    Build maven(String... words) throws MavenInvocationException {
        StringBuilder output = new StringBuilder();
        InvocationRequest request = new DefaultInvocationRequest()
                .setBaseDirectory(directory.toFile())
                .setUserSettingsFile(settings.toFile())
                .setBatchMode(true)
                .setNoTransferProgress(true)
                .setJavaHome(new File(System.getProperty("java.home")))
                .addShellEnvironment("DATA_DIR", "data")
                .setMavenOpts("-XX:TieredStopAtLevel=1 -Dstyle.color=never")
                .addArgs(List.of(words))
                .setOutputHandler(line -> output.append(line).append('\n'));
        DefaultInvoker invoker = new DefaultInvoker();
        invoker.setMavenHome(new File(System.getProperty("goals.maven")));
        InvocationResult result = invoker.execute(request);
        assertThat(result.getExecutionException()).isNull();
        return new Build(result.getExitCode() == 0, output.toString());
    }

    void replace(String file, String text, String replacement) throws IOException {
        Path path = directory.resolve(file);
        String source = Files.readString(path);
        assertThat(source).containsOnlyOnce(text);
        Files.writeString(path, source.replace(text, replacement));
    }

    void add(String file, String source) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, source);
    }

    /** The id of the n-th revision that was printed, from 1. */
    String revision(int number) {
        return revisions.get(number - 1);
    }

    /**
     * What Retort's goals said must be what the file says: {@code <1>} for the first revision, and no durations.
     * {@code -Dretort.golden.rewrite=true} writes the files anew.
     */
    void assertSaid(String golden, Build build) throws IOException {
        assertText(golden, goals(build.output()));
    }

    void assertText(String golden, String text) throws IOException {
        String said = ID.matcher(text)
                .replaceAll(id -> {
                    if (!revisions.contains(id.group())) {
                        revisions.add(id.group());
                    }
                    return "<" + (revisions.indexOf(id.group()) + 1) + ">";
                })
                .replaceAll("in \\d+ ms", "in <n> ms")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "<time>")
                .replace(directory + File.separator, "");
        Path file = GOLDEN.resolve(golden + ".txt");
        if (Boolean.getBoolean("retort.golden.rewrite")) {
            Files.writeString(file, said);
        }
        assertThat(said).as(golden).isEqualTo(Files.readString(file));
    }

    /** The lines of our own goals, with their level. */
    private static String goals(String output) {
        StringBuilder said = new StringBuilder();
        boolean ours = false;
        for (String line : output.split("\n")) {
            if (line.matches("\\[INFO\\] (---|>>>|<<<|-----|BUILD).*")) {
                ours = line.startsWith("[INFO] --- retort");
                if (ours) {
                    said.append(line.replaceFirst("\\[INFO\\] --- retort-maven-plugin:[^:]+:(\\w+).*", "--- $1\n"));
                }
            } else if (ours && !line.matches("\\[INFO\\] *")) {
                said.append(line).append('\n');
            }
        }
        return said.toString();
    }
}
