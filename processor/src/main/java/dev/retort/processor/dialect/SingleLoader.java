package dev.retort.processor.dialect;

import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.boot.registry.classloading.internal.TcclLookupPrecedence;
import org.hibernate.boot.registry.classloading.spi.ClassLoadingException;
import org.jspecify.annotations.Nullable;

/**
 * Classes and services from one class loader only. Hibernate itself goes on to look in the system's and the thread's,
 * where a build tool may keep another Hibernate, whose services are not of these classes.
 */
public final class SingleLoader extends ClassLoaderServiceImpl {
    private static final long serialVersionUID = 1L;
    private final transient ClassLoader loader;

    public SingleLoader(ClassLoader loader) {
        super(List.of(loader), TcclLookupPrecedence.NEVER);
        this.loader = loader;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Class<T> classForName(String className) {
        try {
            return (Class<T>) Class.forName(className, true, loader);
        } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
            throw new ClassLoadingException("Unable to load class [" + className + "]", e);
        }
    }

    @Override
    public <S> Collection<S> loadJavaServices(Class<S> contract) {
        List<S> services = new ArrayList<>();
        ServiceLoader.load(contract, loader).forEach(services::add);
        return Collections.unmodifiableList(services);
    }

    @Override
    public @Nullable URL locateResource(String name) {
        return loader.getResource(name);
    }
}
