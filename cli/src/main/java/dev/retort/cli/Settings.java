package dev.retort.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retort.commands.CommandException;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The file of settings: the names of options without their hyphens, in Java's properties format, in UTF-8. Immutable. */
final class Settings {
    static final String FILE = "retort.properties";

    private static final List<String> KEYS = List.of(
            "url",
            "user",
            "password",
            "class-path",
            "registry",
            "history-table",
            "source",
            "processor-path",
            "release",
            "javac-options");

    private final Properties properties;
    private final Path directory;

    private Settings(Properties properties, Path directory) {
        this.properties = properties;
        this.directory = directory;
    }

    /**
     * Reads a file.
     *
     * @param named null for {@link #FILE} in the working folder, if it is there
     * @throws CommandException when it cannot be read, or has an unknown key
     */
    static Settings read(@Nullable Path named) {
        Path file = named == null ? Path.of(FILE) : named;
        Path folder = file.toAbsolutePath().getParent();
        Properties properties = new Properties();
        if (named != null || Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new CommandException(
                        "the settings cannot be read",
                        unreadable.toString(),
                        "correct " + file + ", or name another file: --config",
                        unreadable);
            }
        }
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            if (!KEYS.contains(key)) {
                throw new CommandException(
                        file + " has the unknown key " + key,
                        "the keys are " + String.join(", ", KEYS),
                        "correct or delete it");
            }
        }
        return new Settings(properties, folder == null ? Path.of("") : folder);
    }

    /** Null where it is not there, or empty. */
    @Nullable
    String get(String key) {
        String value = properties.getProperty(key, "").strip();
        return value.isEmpty() ? null : value;
    }

    /** Separated by white space. */
    List<String> words(String key) {
        String value = get(key);
        return value == null ? List.of() : Arrays.asList(value.split("\\s+"));
    }

    /** Files and folders, as in a class path; relative ones from where the file of settings is. */
    List<Path> paths(String key) {
        String value = get(key);
        return value == null ? List.of() : expand(value, directory);
    }

    /** As options have them: relative to the working folder. */
    static List<Path> paths(List<String> given) {
        return given.stream()
                .flatMap(value -> expand(value, Path.of("")).stream())
                .toList();
    }

    /** A class path; {@code lib/*} is every jar of a folder, as for the {@code java} command. */
    private static List<Path> expand(String classPath, Path directory) {
        List<Path> paths = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (!entry.isBlank()) {
                boolean all = entry.strip().endsWith("*");
                String name = all ? entry.strip().substring(0, entry.strip().length() - 1) : entry.strip();
                Path path = path(name, directory);
                if (all) {
                    paths.addAll(jars(path));
                } else {
                    paths.add(path);
                }
            }
        }
        return paths;
    }

    private static Path path(String name, Path directory) {
        try {
            return directory.resolve(name).normalize();
        } catch (InvalidPathException invalid) {
            throw new CommandException(
                    name + " is no path",
                    invalid.getReason(),
                    "entries are separated by " + File.pathSeparator,
                    invalid);
        }
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new CommandException(
                    "no jars can be listed in " + folder, unreadable.toString(), "correct the path", unreadable);
        }
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(get(key));
    }
}
