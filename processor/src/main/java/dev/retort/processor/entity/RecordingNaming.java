package dev.retort.processor.entity;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitConstraintNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;

/**
 * An implicit naming strategy that notes which names of keys and indexes are Hibernate's hashes: nobody wrote these. What
 * a strategy of the user's calls them, somebody chose.
 */
final class RecordingNaming {
    private static final ImplicitNamingStrategy HASHES = ImplicitNamingStrategyJpaCompliantImpl.INSTANCE;

    private RecordingNaming() {}

    /** A proxy, for the interface has other methods in each minor version of Hibernate. */
    static ImplicitNamingStrategy around(ImplicitNamingStrategy strategy, Set<String> madeUp) {
        return (ImplicitNamingStrategy) Proxy.newProxyInstance(
                RecordingNaming.class.getClassLoader(),
                new Class<?>[] {ImplicitNamingStrategy.class},
                (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(strategy, arguments);
                        if (arguments != null
                                && arguments.length == 1
                                && arguments[0] instanceof ImplicitConstraintNameSource source
                                && source.getUserProvidedIdentifier() == null
                                && result instanceof Identifier name
                                && result.equals(method.invoke(HASHES, arguments))) {
                            madeUp.add(name.getText());
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }
}
