package dev.retort.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The compiled application whose migrations are run.
 *
 * @param classPath its classes, its libraries, and the JDBC driver
 * @param registry the qualified or simple name of the registry; empty where the class path has one only
 * @param historyTable as for {@link dev.retort.runtime.Migrator#withHistoryTable}; empty for {@code retort_history}
 */
public record Project(List<Path> classPath, Optional<String> registry, Optional<String> historyTable) {

    public Project {
        classPath = List.copyOf(classPath);
    }

    /** With the history under its usual name. */
    public Project(List<Path> classPath, Optional<String> registry) {
        this(classPath, registry, Optional.empty());
    }
}
