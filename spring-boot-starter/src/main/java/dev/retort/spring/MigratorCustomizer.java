package dev.retort.spring;

import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;

/**
 * A bean of this type is asked before a registry is migrated, after the properties were heeded. Several are asked in the
 * order that {@link org.springframework.core.annotation.Order} gives them.
 */
@FunctionalInterface
public interface MigratorCustomizer {

    /**
     * The migrator to go on with: the given one, or another that is made of it.
     *
     * @param registry what it migrates with
     */
    Migrator customize(Migrator migrator, MigrationRegistry registry);
}
