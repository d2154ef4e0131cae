package dev.retort.processor.unit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;

/** A {@code jar-file} of a persistence unit: a jar whose classes and mapping file belong to the unit. */
final class JarFile {
    private final Resource resource;
    private final List<String> classes = new ArrayList<>();

    private JarFile(Resource resource) throws IOException {
        this.resource = resource;
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(resource.content()))) {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                String name = entry.getName();
                if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
                    classes.add(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'));
                }
            }
        }
    }

    /**
     * Empty where it cannot be read.
     *
     * @param written a URL, or a path from the root of the unit (Jakarta Persistence 8.2.1.6.3)
     */
    static Optional<JarFile> open(Resource persistenceXml, String nameOfXml, String written) {
        try {
            Optional<Resource> found = URI.create(written).isAbsolute()
                    ? Resources.at(URI.create(written), written)
                    : Resources.beside(persistenceXml.place(), nameOfXml, written);
            return found.isPresent() ? Optional.of(new JarFile(found.get())) : Optional.empty();
        } catch (IOException | IllegalArgumentException noJar) {
            return Optional.empty();
        }
    }

    /** Binary names. */
    List<String> classes() {
        return List.copyOf(classes);
    }

    Optional<Resource> mappingFile(String name) {
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(resource.content()))) {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                if (entry.getName().equals(name)) {
                    return Optional.of(
                            new Resource(resource.name() + "!/" + name, resource.place(), in.readAllBytes()));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
