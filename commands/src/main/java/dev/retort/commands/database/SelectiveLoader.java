package dev.retort.commands.database;

import java.util.List;

/**
 * The classes of the JDK's platform, and of another loader those whose names begin as given. Parent of a loader for an
 * application's class path, which so meets no library of ours, but shares the types we speak to it with.
 */
public final class SelectiveLoader extends ClassLoader {
    private final ClassLoader shared;
    private final List<String> prefixes;

    /**
     * Over two loaders.
     *
     * @param prefixes of qualified names, with a final dot
     */
    public SelectiveLoader(ClassLoader shared, List<String> prefixes) {
        super(ClassLoader.getPlatformClassLoader());
        this.shared = shared;
        this.prefixes = List.copyOf(prefixes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (prefixes.stream().noneMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        return shared.loadClass(name);
    }
}
