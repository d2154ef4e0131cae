package dev.retort.spring;

import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ResourceLoader;

/** Migrates when the application starts; {@code spring.retort.enabled=false} turns that off. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass({DataSource.class, Migrator.class})
@ConditionalOnBooleanProperty(name = "spring.retort.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RetortProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
public final class RetortAutoConfiguration {

    // Not lazy, also where everything else is: an application without JPA or JDBC beans would start unmigrated.
    @Bean
    @Lazy(false)
    RetortMigrations retortMigrations(
            RetortProperties properties,
            ListableBeanFactory beans,
            ObjectProvider<MigrationRegistry> registries,
            ObjectProvider<MigratorCustomizer> customizers,
            ResourceLoader resources) {
        MigrationAssembly assembly = new MigrationAssembly(
                properties, new DataSources(beans), customizers.orderedStream().toList());
        return new RetortMigrations(
                assembly.migrations(Registries.find(registries.orderedStream().toList(), resources.getClassLoader())));
    }

    @Bean
    RetortSchemaManagementProvider retortSchemaManagementProvider(ObjectProvider<RetortMigrations> migrations) {
        return new RetortSchemaManagementProvider(migrations);
    }
}
