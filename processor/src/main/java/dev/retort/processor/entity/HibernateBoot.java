package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.TcclLookupPrecedence;
import org.hibernate.boot.spi.MetadataBuilderImplementor;
import org.hibernate.boot.spi.MetadataImplementor;
import org.jspecify.annotations.Nullable;

/** Lets Hibernate bind the classes of a model for one dialect, without a database. */
final class HibernateBoot {
    private final SkeletonLoader loader;
    private final List<Class<?>> classes;
    private final List<String> packages;
    private final Map<String, String> settings;

    HibernateBoot(SkeletonLoader loader, List<Class<?>> classes, List<String> packages, Map<String, String> settings) {
        this.loader = loader;
        this.classes = List.copyOf(classes);
        this.packages = List.copyOf(packages);
        this.settings = Map.copyOf(settings);
    }

    /**
     * What Hibernate made of the model.
     *
     * @param context how names are qualified
     * @param madeUpNames of keys and indexes that nobody named
     */
    record Bound(
            MetadataImplementor metadata,
            DatabaseDialect dialect,
            SqlStringGenerationContext context,
            Set<String> madeUpNames) {}

    /** @param read what to do with it, for it is closed afterwards */
    <T> T bind(DatabaseDialect dialect, Function<Bound, T> read) {
        BootstrapServiceRegistryBuilder builder = new BootstrapServiceRegistryBuilder().applyClassLoader(loader);
        // The context class loader of a compiler's thread is anybody's.
        builder.applyTcclLookupPrecedence(TcclLookupPrecedence.NEVER);
        BootstrapServiceRegistry bootstrap = builder.build();
        try {
            Map<String, Object> merged = settings(dialect);
            StandardServiceRegistry services = new StandardServiceRegistryBuilder(bootstrap)
                    .applySettings(merged)
                    .build();
            try {
                return read.apply(bind(dialect, services, merged));
            } finally {
                StandardServiceRegistryBuilder.destroy(services);
            }
        } finally {
            BootstrapServiceRegistryBuilder.destroy(bootstrap);
        }
    }

    private Bound bind(DatabaseDialect dialect, StandardServiceRegistry services, Map<String, Object> merged) {
        MetadataSources sources = new MetadataSources(services);
        packages.forEach(sources::addPackage);
        classes.forEach(sources::addAnnotatedClass);
        MetadataBuilder builder = sources.getMetadataBuilder();
        ImplicitNamingStrategy declared = ((MetadataBuilderImplementor) builder)
                .getMetadataBuildingOptions()
                .getImplicitNamingStrategy();
        Set<String> madeUpNames = new HashSet<>();
        builder.applyImplicitNamingStrategy(RecordingNaming.around(declared, madeUpNames));
        MetadataImplementor metadata = (MetadataImplementor) builder.build();
        // As SessionFactoryImpl goes on, in this order: columns of keys get their places here, and mappings are
        // rejected that bare metadata lets pass, such as two properties that write one column.
        metadata.orderColumns(true);
        metadata.validate();
        SqlStringGenerationContext context = SqlStringGenerationContextImpl.fromExplicit(
                metadata.getDatabase().getJdbcEnvironment(),
                metadata.getDatabase(),
                text(merged.get("hibernate.default_catalog")),
                text(merged.get("hibernate.default_schema")));
        return new Bound(metadata, dialect, context, madeUpNames);
    }

    private static @Nullable String text(@Nullable Object setting) {
        return setting == null ? null : setting.toString();
    }

    /** Which database it is, the environment says and not a setting; connections to one there are none. */
    private Map<String, Object> settings(DatabaseDialect dialect) {
        Map<String, Object> merged = new HashMap<>(settings);
        merged.keySet()
                .removeIf(key -> key.startsWith("hibernate.connection.")
                        || key.startsWith("jakarta.persistence.jdbc.")
                        || key.startsWith("javax.persistence.jdbc.")
                        || key.startsWith("jakarta.persistence.database-")
                        || key.startsWith("javax.persistence.database-"));
        String[] version = dialect.version().split("\\.", -1);
        merged.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        merged.put("hibernate.dialect", dialect.hibernate().getClass().getName());
        merged.put("jakarta.persistence.database-version", dialect.version());
        merged.put("jakarta.persistence.database-major-version", version[0]);
        merged.put("jakarta.persistence.database-minor-version", version.length > 1 ? version[1] : "0");
        return merged;
    }
}
