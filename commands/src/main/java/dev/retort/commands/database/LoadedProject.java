package dev.retort.commands.database;

import dev.retort.commands.CommandException;
import dev.retort.commands.ConnectionSettings;
import dev.retort.commands.Project;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import javax.sql.DataSource;

/** The registry of a class path, loaded. To be closed: the files of the class path are open until then. */
public final class LoadedProject implements AutoCloseable {
    private final URLClassLoader loader;
    private final MigrationRegistry registry;
    private final Optional<String> historyTable;

    private LoadedProject(URLClassLoader loader, MigrationRegistry registry, Optional<String> historyTable) {
        this.loader = loader;
        this.registry = registry;
        this.historyTable = historyTable;
    }

    /** @throws CommandException when the registry cannot be found or chosen */
    public static LoadedProject of(Project project) throws IOException {
        if (project.classPath().isEmpty()) {
            throw new CommandException(
                    "no class path is given",
                    "the registry of the migrations is a class of the application",
                    "name the compiled classes, the libraries and the JDBC driver as the class path");
        }
        URLClassLoader loader = new URLClassLoader(
                urls(project.classPath()),
                new SelectiveLoader(MigrationRegistry.class.getClassLoader(), List.of("dev.retort.runtime.")));
        try {
            return new LoadedProject(loader, choose(registries(loader), project), project.historyTable());
        } catch (RuntimeException failure) {
            try (loader) {
                throw failure;
            }
        }
    }

    private static URL[] urls(List<Path> classPath) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path entry : classPath) {
            urls.add(entry.toAbsolutePath().toUri().toURL());
        }
        return urls.toArray(new URL[0]);
    }

    private static List<MigrationRegistry> registries(ClassLoader loader) {
        try {
            List<MigrationRegistry> registries = new ArrayList<>();
            ServiceLoader.load(MigrationRegistry.class, loader).forEach(registries::add);
            return registries;
        } catch (ServiceConfigurationError | LinkageError unfit) {
            throw new CommandException(
                    "the registry of the migrations cannot be loaded",
                    String.valueOf(unfit.getMessage()),
                    "compile the application anew, with the version of Retort that these commands have",
                    unfit);
        }
    }

    private static MigrationRegistry choose(List<MigrationRegistry> found, Project project) {
        List<String> names = found.stream().map(MigrationRegistry::name).toList();
        List<MigrationRegistry> fitting = found.stream()
                .filter(registry -> project.registry().isEmpty()
                        || isNamed(registry, project.registry().get()))
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        if (found.isEmpty()) {
            List<String> missing = project.classPath().stream()
                    .filter(entry -> !Files.exists(entry))
                    .map(Path::toString)
                    .toList();
            throw new CommandException(
                    "no registry of migrations is on the class path",
                    missing.isEmpty()
                            ? "the compiler writes it when Retort's processor runs, and from JDK 23 on it runs only from a"
                                    + " processor path"
                            : "not there: " + String.join(", ", missing),
                    "compile the application with retort-processor on the processor path, and name its classes");
        }
        throw new CommandException(
                project.registry()
                        .map(name -> "no registry is called " + name)
                        .orElse("there are several registries on the class path"),
                "there " + (names.size() == 1 ? "is " : "are ") + String.join(", ", names),
                "name one of them as the registry");
    }

    private static boolean isNamed(MigrationRegistry registry, String name) {
        return registry.name().equals(name) || registry.name().endsWith("." + name);
    }

    public MigrationRegistry registry() {
        return registry;
    }

    /** A migrator for what needs no database; asked for one, it refuses. */
    public Migrator offline() {
        return migrator(DriverDataSource.unconnected());
    }

    /**
     * Connects to nothing yet.
     *
     * @throws CommandException when no driver of the class path takes the URL, or no database is named
     */
    public Migrator migrator(Optional<ConnectionSettings> settings) {
        DataSource dataSource = DriverDataSource.of(
                loader,
                settings.orElseThrow(() -> new CommandException(
                        "no database is named",
                        "this command reads or changes one",
                        "name its JDBC URL: as the option url, as RETORT_URL in the environment, or as url in"
                                + " retort.properties")));
        return migrator(dataSource);
    }

    private Migrator migrator(DataSource dataSource) {
        Migrator migrator = Migrator.of(dataSource, registry);
        try {
            return historyTable.map(migrator::withHistoryTable).orElse(migrator);
        } catch (IllegalArgumentException invalid) {
            throw new CommandException(
                    "the history cannot be there",
                    String.valueOf(invalid.getMessage()),
                    "correct the history table, or leave it out for retort_history",
                    invalid);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
