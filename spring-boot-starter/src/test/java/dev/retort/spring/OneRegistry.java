package dev.retort.spring;

import dev.retort.runtime.MigrationRegistry;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;

/**
 * The class path as an application of its own has it: the tests have the registries of several in one. Only the file of
 * {@link java.util.ServiceLoader} is another.
 */
final class OneRegistry extends ClassLoader {
    private static final String SERVICES = "META-INF/services/" + MigrationRegistry.class.getName();

    private final URL services;

    private OneRegistry(URL services) {
        super(OneRegistry.class.getClassLoader());
        this.services = services;
    }

    /**
     * @param directory for the file
     * @param registry empty for a class path without any
     */
    static ClassLoader listed(Path directory, String registry) throws IOException {
        return new OneRegistry(Files.writeString(directory.resolve("services"), registry)
                .toUri()
                .toURL());
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(SERVICES)
                ? Collections.enumeration(Collections.singleton(services))
                : super.getResources(name);
    }
}
