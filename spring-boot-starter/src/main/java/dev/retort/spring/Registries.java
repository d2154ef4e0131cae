package dev.retort.spring;

import dev.retort.runtime.MigrationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Where registries come from. */
final class Registries {

    private Registries() {}

    /**
     * The beans, where there are any; else what the processor has listed for {@link ServiceLoader}.
     *
     * @throws UnusableRegistryException when there is none, or one that is listed cannot be loaded
     */
    static List<MigrationRegistry> find(List<MigrationRegistry> beans, @Nullable ClassLoader loader) {
        List<MigrationRegistry> found = beans.isEmpty() ? listed(loader) : beans;
        if (found.isEmpty()) {
            throw UnusableRegistryException.missing();
        }
        return found;
    }

    private static List<MigrationRegistry> listed(@Nullable ClassLoader loader) {
        List<MigrationRegistry> listed = new ArrayList<>();
        try {
            ServiceLoader.load(MigrationRegistry.class, loader).forEach(listed::add);
        } catch (ServiceConfigurationError broken) {
            throw UnusableRegistryException.broken(broken);
        }
        return listed;
    }

    static String simpleName(MigrationRegistry registry) {
        return registry.name().substring(registry.name().lastIndexOf('.') + 1);
    }
}
