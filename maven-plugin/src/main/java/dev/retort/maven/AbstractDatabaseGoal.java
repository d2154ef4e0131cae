package dev.retort.maven;

import dev.retort.commands.CommandException;
import dev.retort.commands.ConnectionSettings;
import dev.retort.commands.Project;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that loads the registry from the project's classes, as they were compiled last. */
@SuppressWarnings("NullAway.Init")
abstract class AbstractDatabaseGoal extends AbstractGoal {

    /** The qualified or simple name of the registry, where the classes have several. */
    @Parameter(property = "registry")
    @Nullable
    String registry;

    /** Where the database records what was applied, with a schema before a dot if need be; else the file, else <code>retort_history</code>. */
    @Parameter(property = "historyTable")
    @Nullable
    String historyTable;

    /** The JDBC URL of the database; else <code>RETORT_URL</code> in the environment, else <code>url</code> in the file. */
    @Parameter(property = "url")
    @Nullable
    String url;

    /** The user of the database, where the URL does not name one; else <code>RETORT_USER</code>, else the file. */
    @Parameter(property = "user")
    @Nullable
    String user;

    /**
     * The password. Other users of the machine see what stands on a command line: better <code>RETORT_PASSWORD</code>, or the
     * file.
     */
    @Parameter(property = "password")
    @Nullable
    String password;

    /** A properties file with <code>url</code>, <code>user</code>, <code>password</code>, <code>registry</code> and <code>history-table</code>. */
    @Parameter(property = "config", defaultValue = "${project.basedir}/retort.properties")
    File config;

    final Project application() throws IOException, MojoExecutionException {
        try {
            return new Project(
                    project.getRuntimeClasspathElements().stream().map(Path::of).toList(),
                    Optional.ofNullable(registry)
                            .or(() -> Optional.ofNullable(settings().getProperty("registry"))),
                    Optional.ofNullable(historyTable)
                            .or(() -> Optional.ofNullable(settings().getProperty("history-table"))));
        } catch (DependencyResolutionRequiredException unresolved) {
            throw new MojoExecutionException("the runtime class path is not known", unresolved);
        }
    }

    final Optional<ConnectionSettings> connection() {
        Properties file = settings();
        return ConnectionSettings.resolve(
                name -> switch (name) {
                    case "url" -> url;
                    case "user" -> user;
                    default -> password;
                },
                Map.copyOf(System.getenv()),
                file::getProperty);
    }

    private Properties settings() {
        Properties settings = new Properties();
        if (config.exists()) {
            try (Reader reader = Files.newBufferedReader(config.toPath(), StandardCharsets.UTF_8)) {
                settings.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new CommandException(
                        "the settings cannot be read", unreadable.toString(), "correct " + config, unreadable);
            }
        }
        return settings;
    }
}
