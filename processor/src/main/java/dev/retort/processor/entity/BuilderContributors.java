package dev.retort.processor.entity;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.ServiceLoader;
import org.hibernate.HibernateException;
import org.hibernate.boot.MetadataBuilder;

/**
 * {@code MetadataBuilderContributor}s, which the builder of {@code EntityManagerFactory}s applies and {@code
 * MetadataSources} does not. By reflection, for Hibernate 7 means to remove them.
 */
final class BuilderContributors {
    private static final String KIND = "org.hibernate.boot.spi.MetadataBuilderContributor";
    private static final String SETTING = "hibernate.metadata_builder_contributor";

    private BuilderContributors() {}

    static void apply(MetadataBuilder builder, ClassLoader loader, Map<String, Object> settings) {
        Class<?> kind;
        try {
            kind = Class.forName(KIND, false, loader);
        } catch (ClassNotFoundException removed) {
            return;
        }
        if (settings.get(SETTING) instanceof String name) {
            contribute(kind, named(name, loader), builder);
        }
        for (Object service : ServiceLoader.load(kind, loader)) {
            contribute(kind, service, builder);
        }
    }

    private static Object named(String name, ClassLoader loader) {
        try {
            return Class.forName(name, true, loader).getDeclaredConstructor().newInstance();
        } catch (ClassNotFoundException absent) {
            throw new HibernateException(absent.getMessage(), absent);
        } catch (ReflectiveOperationException e) {
            throw new HibernateException("setting " + SETTING + " names " + name + ", which cannot be made: " + e, e);
        }
    }

    private static void contribute(Class<?> kind, Object contributor, MetadataBuilder builder) {
        try {
            Method contribute = kind.getMethod("contribute", MetadataBuilder.class);
            contribute.invoke(contributor, builder);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(thrown.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new HibernateException(contributor.getClass().getName() + " is no MetadataBuilderContributor", e);
        }
    }
}
