package dev.retort.spring;

import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import dev.retort.spring.RetortProperties.Login;
import dev.retort.spring.RetortProperties.Registry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Registries, properties and data sources put together. */
final class MigrationAssembly {
    private final RetortProperties properties;
    private final DataSources dataSources;
    private final List<MigratorCustomizer> customizers;

    MigrationAssembly(RetortProperties properties, DataSources dataSources, List<MigratorCustomizer> customizers) {
        this.properties = properties;
        this.dataSources = dataSources;
        this.customizers = customizers;
    }

    /** @throws InvalidConfigurationPropertyValueException where a property cannot be heeded */
    List<RegistryMigration> migrations(List<MigrationRegistry> registries) {
        refuseUnknownNames(registries);
        List<RegistryMigration> migrations = new ArrayList<>();
        List<String> histories = new ArrayList<>();
        for (MigrationRegistry registry : registries) {
            Registry own = settings(registry);
            if (own.enabled()) {
                migrations.add(migration(registry, own));
                histories.add(history(own));
            }
        }
        refuseSharedHistories(migrations, histories);
        return migrations;
    }

    private RegistryMigration migration(MigrationRegistry registry, Registry own) {
        Login login = own.login().isSaid() || own.dataSource() != null ? own.login() : properties.login();
        DataSources.Choice choice = dataSources.choose(registry, own.dataSource(), login);
        Duration lockTimeout = Objects.requireNonNullElse(own.lockTimeout(), properties.lockTimeout());
        if (lockTimeout.isNegative()) {
            throw new InvalidConfigurationPropertyValueException(
                    "spring.retort.lock-timeout", lockTimeout, "A lock timeout cannot be less than zero.");
        }
        Migrator migrator =
                withHistory(migrator(choice.migrated(), registry), history(own)).withLockTimeout(lockTimeout);
        if (Objects.requireNonNullElse(own.allowNewerRevisions(), properties.allowNewerRevisions())) {
            migrator = migrator.allowingNewerRevisions();
        }
        for (MigratorCustomizer customizer : customizers) {
            migrator = customizer.customize(migrator, registry);
        }
        return new RegistryMigration(
                registry,
                migrator,
                Objects.requireNonNullElse(own.target(), properties.target()),
                choice.words(),
                choice.serves());
    }

    private static Migrator migrator(DataSource dataSource, MigrationRegistry registry) {
        try {
            return Migrator.of(dataSource, registry);
        } catch (IllegalStateException refusing) {
            throw UnusableRegistryException.refusing(refusing);
        }
    }

    private String history(Registry own) {
        String table = Objects.requireNonNullElse(own.table(), properties.table());
        String schema = own.schema() == null ? properties.schema() : own.schema();
        return schema == null || schema.isEmpty() ? table : schema + "." + table;
    }

    private static Migrator withHistory(Migrator migrator, String history) {
        try {
            return migrator.withHistoryTable(history);
        } catch (IllegalArgumentException invalid) {
            throw new InvalidConfigurationPropertyValueException(
                    "spring.retort.table", history, Objects.requireNonNullElse(invalid.getMessage(), "") + ".");
        }
    }

    private Registry settings(MigrationRegistry registry) {
        return properties.registries().entrySet().stream()
                .filter(entry -> isNameOf(registry, entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Registry.UNSAID);
    }

    /** Whatever its case: environment variables have one only. */
    private static boolean isNameOf(MigrationRegistry registry, String name) {
        return name.equalsIgnoreCase(registry.name()) || name.equalsIgnoreCase(Registries.simpleName(registry));
    }

    private void refuseUnknownNames(List<MigrationRegistry> registries) {
        for (String name : properties.registries().keySet()) {
            if (registries.stream().noneMatch(registry -> isNameOf(registry, name))) {
                throw new InvalidConfigurationPropertyValueException(
                        "spring.retort.registries." + name,
                        "",
                        "There is no such registry. There is " + names(registries) + ".");
            }
        }
    }

    private static String names(List<MigrationRegistry> registries) {
        return registries.stream().map(MigrationRegistry::name).collect(Collectors.joining(", "));
    }

    /** Both would keep their history in one table, and each take the other's revisions for those of a newer program. */
    private static void refuseSharedHistories(List<RegistryMigration> migrations, List<String> histories) {
        for (int i = 0; i < migrations.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (migrations.get(i).dataSource().equals(migrations.get(j).dataSource())
                        && histories.get(i).equalsIgnoreCase(histories.get(j))) {
                    MigrationRegistry registry = migrations.get(i).registry();
                    throw new InvalidConfigurationPropertyValueException(
                            "spring.retort.registries." + Registries.simpleName(registry) + ".data-source",
                            "",
                            "A database has one registry for each table of its history, and " + registry.name()
                                    + " and "
                                    + migrations.get(j).registry().name() + " would both migrate the "
                                    + migrations.get(i).dataSource()
                                    + ". Name the bean of the data source of each, mark it"
                                    + " with @RetortDataSource, give one of them another table, or set enabled to false"
                                    + " for it.");
                }
            }
        }
    }

    /** For {@link RetortSchemaManagementProvider}. */
    static boolean isManaged(List<RegistryMigration> migrations, DataSource dataSource) {
        return migrations.stream().anyMatch(migration -> migration.serves().equals(dataSource));
    }
}
