package dev.retort.processor.entity;

import dev.retort.processor.unit.Resource;
import dev.retort.processor.unit.Resources;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Where Hibernate finds the classes of the model. Sources of this compilation and mapped classes become skeletons, or
 * real code where {@link RealClasses} has compiled it; all else comes from the processor path, else from the class
 * path. Sources come first: a processor on the class path would else find what an earlier compilation made of them.
 */
final class SkeletonLoader extends ClassLoader implements SkeletonRuntime.Listener {
    /** Hibernate's own classes and those it shares with a model: there must be only one of each. */
    private static final List<String> SHARED = List.of("org.hibernate.", "jakarta.", "javax.");

    private static final String PACKAGE_INFO = ".package-info";

    private final ModelTypes types;
    private final SkeletonWriter skeletons;
    private final RealClasses real;
    private final Services services;
    private final Resources resources;
    private final Set<String> ownPackages = new HashSet<>();
    private final List<SkeletonRuntime.MissingCode> missed = new ArrayList<>();

    SkeletonLoader(
            ClassLoader parent,
            ModelTypes types,
            SkeletonWriter skeletons,
            RealClasses real,
            Services services,
            Resources resources,
            List<TypeElement> mapped) {
        super("retort-model", parent);
        this.types = types;
        this.skeletons = skeletons;
        this.real = real;
        this.services = services;
        this.resources = resources;
        mapped.forEach(type -> ownPackages.add(ModelTypes.packageOf(type).toString()));
    }

    @Override
    public Consumer<SkeletonRuntime.MissingCode> missed() {
        return missed::add;
    }

    /** What skeletons were asked to do so far. */
    List<SkeletonRuntime.MissingCode> missedSoFar() {
        return Collections.unmodifiableList(missed);
    }

    /** Whether the compilation, not the processor, has a file of this name. */
    boolean isOnClassPath(String name) {
        return resources.find(name).isPresent();
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return files(name).stream().map(InMemoryUrl::of).findFirst().orElse(null);
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        return Collections.enumeration(files(name).stream().map(InMemoryUrl::of).toList());
    }

    /** Of service files those that are known to matter: others would run code that does not. */
    private List<Resource> files(String name) {
        return name.startsWith("META-INF/services/") ? services.files(name) : resources.findAll(name);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                loaded = load(name);
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    private Class<?> load(String name) throws ClassNotFoundException {
        if (name.startsWith("java.")) {
            return getParent().loadClass(name);
        }
        Optional<byte[]> compiled = real.compiled(name);
        if (compiled.isPresent()) {
            return define(name, compiled.get());
        }
        if (name.endsWith(PACKAGE_INFO) && !isShared(name)) {
            return packageInfo(name);
        }
        Optional<TypeElement> type = types.find(name);
        if (type.filter(found -> types.isSource(found) || types.isMapped(found)).isPresent()) {
            return skeleton(name, type.get());
        }
        // Classes of one package must come from one loader, or they cannot see what is private to the package.
        if (isShared(name) || !isInOwnPackage(name)) {
            try {
                return getParent().loadClass(name);
            } catch (ClassNotFoundException notOnProcessorPath) {
                // The class path may have it.
            }
        }
        Optional<byte[]> bytes = real.onClassPath(name);
        if (bytes.isPresent()) {
            return define(name, bytes.get());
        }
        if (type.isPresent()) {
            return skeleton(name, type.get());
        }
        return isInOwnPackage(name) ? getParent().loadClass(name) : notFound(name);
    }

    private Class<?> packageInfo(String name) throws ClassNotFoundException {
        String pack = name.substring(0, name.length() - PACKAGE_INFO.length());
        byte[] bytes = types.findPackage(pack)
                .filter(found -> !found.getAnnotationMirrors().isEmpty())
                .map(skeletons::write)
                .orElseThrow(() -> new ClassNotFoundException(name));
        return define(name, bytes);
    }

    private Class<?> skeleton(String name, TypeElement type) {
        boolean constructible = !types.isBehavior(type) && real.failure(name).isEmpty();
        return define(name, skeletons.write(type, constructible, real.namelessIn(name)));
    }

    private Class<?> define(String name, byte[] bytes) {
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static Class<?> notFound(String name) throws ClassNotFoundException {
        throw new ClassNotFoundException(name);
    }

    private static boolean isShared(String name) {
        return SHARED.stream().anyMatch(name::startsWith);
    }

    private boolean isInOwnPackage(String name) {
        return ownPackages.contains(name.substring(0, Math.max(name.lastIndexOf('.'), 0)));
    }
}
