package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.SingleLoader;
import dev.retort.processor.unit.MappingFile;
import dev.retort.processor.unit.PersistenceUnit;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.archive.spi.InputStreamAccess;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataBuilderImplementor;
import org.hibernate.boot.spi.MetadataImplementor;
import org.jspecify.annotations.Nullable;

/** Lets Hibernate bind the classes of a model for one dialect, without a database. */
final class HibernateBoot {
    private final SkeletonLoader loader;
    private final List<Class<?>> classes;
    private final List<String> packages;
    private final PersistenceUnit unit;
    private final boolean isValidated;

    /** @param isValidated whether constraints of Bean Validation are part of the schema */
    HibernateBoot(
            SkeletonLoader loader,
            List<Class<?>> classes,
            List<String> packages,
            PersistenceUnit unit,
            boolean isValidated) {
        this.loader = loader;
        this.classes = List.copyOf(classes);
        this.packages = List.copyOf(packages);
        this.unit = unit;
        this.isValidated = isValidated;
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
        BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
                .applyClassLoaderService(new SingleLoader(loader))
                .build();
        try {
            Map<String, Object> merged = BootSettings.of(unit.settings(), dialect, loader);
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
        unit.mappingFiles().forEach(file -> sources.addInputStream(access(file)));
        MetadataBuilder builder = sources.getMetadataBuilder();
        BuilderContributors.apply(builder, loader, merged);
        ImplicitNamingStrategy declared = ((MetadataBuilderImplementor) builder)
                .getMetadataBuildingOptions()
                .getImplicitNamingStrategy();
        Set<String> madeUpNames = new HashSet<>();
        builder.applyImplicitNamingStrategy(RecordingNaming.around(declared, madeUpNames));
        MetadataImplementor metadata = (MetadataImplementor) builder.build();
        if (isValidated) {
            BeanValidation.apply(metadata, services, loader, merged);
        }
        // As SessionFactoryImpl goes on, in this order: columns of keys get their places here, and mappings are
        // rejected that bare metadata lets pass, such as two properties that write one column.
        metadata.orderColumns(true);
        metadata.validate();
        FactoryChecks.check(metadata);
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

    private static InputStreamAccess access(MappingFile file) {
        return new InputStreamAccess() {
            @Override
            public String getStreamName() {
                return file.name();
            }

            @Override
            public InputStream accessInputStream() {
                return file.open();
            }
        };
    }
}
