package dev.retort.spring;

import dev.retort.runtime.MigrationException;
import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.MigrationResult;
import dev.retort.runtime.Migrator;
import javax.sql.DataSource;

/**
 * One registry and the database it is for. Safe for use by several threads as far as the data source is.
 *
 * @param dataSource in words: {@code data source billing}
 * @param serves the application's data source to the same database; the one that is migrated, where that is one of its beans
 * @param target as for {@link Migrator#upgrade(String)}
 */
public record RegistryMigration(
        MigrationRegistry registry, Migrator migrator, String target, String dataSource, DataSource serves) {

    /**
     * Upgrades to the target.
     *
     * @throws FailedMigrationException when the migrator refuses or fails
     */
    public MigrationResult upgrade() {
        try {
            return migrator.upgrade(target);
        } catch (MigrationException failed) {
            throw new FailedMigrationException(registry.name(), dataSource, failed);
        }
    }

    /** Whether everything is to be applied, however much there will be. */
    boolean goesToTheHeads() {
        return target.equals("heads") || target.equals("head");
    }
}
