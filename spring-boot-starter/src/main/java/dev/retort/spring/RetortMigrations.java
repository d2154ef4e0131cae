package dev.retort.spring;

import java.util.List;
import org.springframework.beans.factory.InitializingBean;

/**
 * Upgrades every database of the application while this bean is made: before JPA and JDBC beans that use one, which Spring
 * Boot has wait for it. Immutable.
 */
public final class RetortMigrations implements InitializingBean {
    private final List<RegistryMigration> migrations;

    RetortMigrations(List<RegistryMigration> migrations) {
        this.migrations = List.copyOf(migrations);
    }

    /** One for each registry, in the order in which they are upgraded. */
    public List<RegistryMigration> migrations() {
        return migrations;
    }

    /** @throws FailedMigrationException when a database cannot be migrated; those before it stay as they are now */
    @Override
    public void afterPropertiesSet() {
        migrations.forEach(RegistryMigration::upgrade);
    }
}
