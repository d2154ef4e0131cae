package dev.retort.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an application is compiled, as far as checking its migrations goes. Nothing is compiled to class files: javac runs
 * the annotation processors and stops ({@code -proc:only}), and what they generate goes to a folder that is deleted.
 *
 * @param sourceRoots where packages of sources begin; folders that are not there are left out
 * @param classPath the compile class path
 * @param processorPath Retort's processor with the application's Hibernate, and the other processors of the build
 * @param release as for {@code javac --release}; empty for the compiler's own
 * @param classes the build's class output, whose resources ({@code META-INF/persistence.xml}) are read; nothing is written there
 * @param options further options for javac, {@code -Aretort.dialects=…} among them
 */
public record Compilation(
        List<Path> sourceRoots,
        List<Path> classPath,
        List<Path> processorPath,
        Optional<String> release,
        Optional<Path> classes,
        List<String> options) {

    public Compilation {
        sourceRoots = List.copyOf(sourceRoots);
        classPath = List.copyOf(classPath);
        processorPath = List.copyOf(processorPath);
        options = List.copyOf(options);
    }

    /** The same with further options for javac. */
    public Compilation with(List<String> further) {
        List<String> all = new ArrayList<>(options);
        all.addAll(further);
        return new Compilation(sourceRoots, classPath, processorPath, release, classes, all);
    }
}
