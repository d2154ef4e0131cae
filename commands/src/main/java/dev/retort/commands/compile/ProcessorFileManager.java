package dev.retort.commands.compile;

import dev.retort.commands.database.SelectiveLoader;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * javac's own file manager, whose processors meet nothing of the program that compiles but the compiler. javac's parent
 * for processors is the loader of the whole program: libraries that the program has too would come from there, and could
 * not see those of the processor path.
 */
final class ProcessorFileManager extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {

    /** The interfaces of the compiler, and the inside that some processors reach into. */
    private static final List<String> COMPILER = List.of("com.sun.source.", "com.sun.tools.javac.");

    private final URLClassLoader processors;

    ProcessorFileManager(StandardJavaFileManager javac, List<Path> processorPath, ClassLoader compiler)
            throws MalformedURLException {
        super(javac);
        List<URL> urls = new ArrayList<>();
        for (Path entry : processorPath) {
            urls.add(entry.toAbsolutePath().toUri().toURL());
        }
        this.processors = new URLClassLoader(urls.toArray(new URL[0]), new SelectiveLoader(compiler, COMPILER));
    }

    /** Whether a class is on the processor path. */
    boolean hasProcessorClass(String name) {
        return processors.findResource(name.replace('.', '/') + ".class") != null;
    }

    @Override
    public ClassLoader getClassLoader(Location location) {
        return location == StandardLocation.ANNOTATION_PROCESSOR_PATH
                ? processors
                : fileManager.getClassLoader(location);
    }

    @Override
    public void close() throws IOException {
        try (processors) {
            super.close();
        }
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromPaths(Collection<? extends Path> paths) {
        return fileManager.getJavaFileObjectsFromPaths(paths);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(Path... paths) {
        return fileManager.getJavaFileObjects(paths);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths) throws IOException {
        fileManager.setLocationFromPaths(location, paths);
    }

    @Override
    public void setLocationForModule(Location location, String moduleName, Collection<? extends Path> paths)
            throws IOException {
        fileManager.setLocationForModule(location, moduleName, paths);
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }

    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        return fileManager.getLocationAsPaths(location);
    }

    @Override
    public Path asPath(FileObject file) {
        return fileManager.asPath(file);
    }

    @Override
    public void setPathFactory(PathFactory factory) {
        fileManager.setPathFactory(factory);
    }
}
