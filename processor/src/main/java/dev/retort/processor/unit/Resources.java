package dev.retort.processor.unit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * The files of a compilation that are not Java. A {@code Filer} shows the first of a name only, and cannot list: for
 * more, see {@link #beside}.
 */
public final class Resources {
    /** Maven puts resources into the class output before it compiles; other tools are told of them by a source path. */
    private static final List<StandardLocation> WHERE =
            List.of(StandardLocation.CLASS_OUTPUT, StandardLocation.SOURCE_PATH, StandardLocation.CLASS_PATH);

    private final Filer filer;

    public Resources(Filer filer) {
        this.filer = filer;
    }

    /** @param name with slashes, such as {@code META-INF/persistence.xml} */
    public Optional<Resource> find(String name) {
        return WHERE.stream()
                .flatMap(location -> read(location, "", name).stream())
                .findFirst();
    }

    /** The first in each place where resources lie. */
    public List<Resource> findAll(String name) {
        return WHERE.stream()
                .flatMap(location -> read(location, "", name).stream())
                .toList();
    }

    /**
     * A file of a package, on the class path or in a module.
     *
     * @param module empty for the unnamed one
     */
    public Optional<Resource> inPackage(Optional<String> module, String packageName, String file) {
        Optional<Resource> found = read(StandardLocation.CLASS_PATH, packageName, file);
        return found.isPresent()
                ? found
                : module.flatMap(name -> read(StandardLocation.MODULE_PATH, name + "/" + packageName, file));
    }

    /**
     * Another file of the same jar or directory.
     *
     * @param known the place of a file whose name is {@code name}
     */
    public static Optional<Resource> beside(URI known, String name, String other) {
        String text = known.toString();
        if (!text.endsWith(name)) {
            return Optional.empty();
        }
        try {
            return at(URI.create(text.substring(0, text.length() - name.length()) + other), other);
        } catch (IllegalArgumentException notThere) {
            return Optional.empty();
        }
    }

    /** @param name what the file is called from then on */
    static Optional<Resource> at(URI place, String name) {
        try {
            URLConnection connection = place.toURL().openConnection();
            // A cached jar stays open for as long as the compiler's process lives: it could not be replaced.
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return Optional.of(new Resource(name, place, in.readAllBytes()));
            }
        } catch (IOException | IllegalArgumentException notThere) {
            // An IllegalArgumentException: files in memory have places that no URL can name.
            return Optional.empty();
        }
    }

    private Optional<Resource> read(StandardLocation location, String packageName, String file) {
        try {
            FileObject found = filer.getResource(location, packageName, file);
            try (InputStream in = found.openInputStream()) {
                return Optional.of(new Resource(file, found.toUri(), in.readAllBytes()));
            }
        } catch (IOException | IllegalArgumentException | NullPointerException notThere) {
            // An IllegalArgumentException is the Filer's word for a location this compilation does not have. Where a
            // module cannot be resolved, JavacFiler.getResource falls over that (17 to 25): javac says what is wrong.
            return Optional.empty();
        }
    }
}
