package dev.retort.processor.entity;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.internal.ClassLoaderAccessImpl;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.spi.ClassLoaderAccess;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Constraints such as {@code @NotNull} in the DDL. Hibernate puts them there while it builds a {@code SessionFactory}
 * (TypeSafeActivator), when the application has Bean Validation; so its own method is called here, with a validator of
 * ours: which constraints a class has does not depend on who asks.
 */
final class BeanValidation {
    private static final String API = "jakarta.validation.ConstraintViolation";
    private static final String PROVIDER = "org.hibernate.validator.HibernateValidator";
    private static final String APPLY = "hibernate.validator.apply_to_ddl";
    private static final String SERVICE = "META-INF/services/jakarta.validation.spi.ValidationProvider";
    private static final String ACTIVATOR = "org.hibernate.boot.beanvalidation.TypeSafeActivator";

    private BeanValidation() {}

    /** Whether the application's Hibernate would: its class path and settings decide. */
    static boolean applies(ModelTypes types, SkeletonLoader loader, Map<String, String> settings) {
        if (types.find(API).isEmpty()
                || "false".equalsIgnoreCase(settings.getOrDefault(APPLY, "true").strip())) {
            return false;
        }
        Set<String> modes = modes(settings);
        // Who asks for it in so many words has a provider, though only at run time perhaps.
        return modes.contains("ddl") || (modes.contains("auto") && hasProvider(types, loader));
    }

    private static boolean hasProvider(ModelTypes types, SkeletonLoader loader) {
        return types.find(PROVIDER).isPresent() || loader.isOnClassPath(SERVICE);
    }

    private static Set<String> modes(Map<String, String> settings) {
        String mode = Stream.of("jakarta.persistence.validation.mode", "javax.persistence.validation.mode")
                .filter(settings::containsKey)
                .findFirst()
                .map(settings::get)
                .orElse("auto");
        return Stream.of(mode.split(",", -1))
                .map(word -> word.isBlank() ? "auto" : word.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    static void apply(
            MetadataImplementor metadata,
            StandardServiceRegistry services,
            SkeletonLoader loader,
            Map<String, Object> settings) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // META-INF/validation.xml and the classes it names are the application's.
        thread.setContextClassLoader(loader);
        try (ValidatorFactory factory = Validation.byProvider(HibernateValidator.class)
                .configure()
                .externalClassLoader(loader)
                // The usual one wants an expression language to be there.
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            Method method = Class.forName(ACTIVATOR)
                    .getDeclaredMethod(
                            "applyRelationalConstraints",
                            ValidatorFactory.class,
                            Collection.class,
                            Map.class,
                            Dialect.class,
                            ClassLoaderAccess.class);
            method.setAccessible(true);
            method.invoke(
                    null,
                    factory,
                    metadata.getEntityBindings(),
                    settings,
                    metadata.getDatabase().getDialect(),
                    new ClassLoaderAccessImpl(null, services.requireService(ClassLoaderService.class)));
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(thrown.getCause());
        } catch (ReflectiveOperationException otherHibernate) {
            throw new IllegalStateException(
                    "this version of Hibernate applies Bean Validation in another way: " + otherHibernate,
                    otherHibernate);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
