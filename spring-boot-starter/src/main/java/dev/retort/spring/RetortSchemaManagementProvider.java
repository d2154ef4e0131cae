package dev.retort.spring;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/** Tells Spring Boot which databases have a schema already: Hibernate creates none there, not even in an embedded one. */
final class RetortSchemaManagementProvider implements SchemaManagementProvider {
    private final ObjectProvider<RetortMigrations> migrations;

    RetortSchemaManagementProvider(ObjectProvider<RetortMigrations> migrations) {
        this.migrations = migrations;
    }

    @Override
    public SchemaManagement getSchemaManagement(DataSource dataSource) {
        return migrations.stream().anyMatch(each -> MigrationAssembly.isManaged(each.migrations(), dataSource))
                ? SchemaManagement.MANAGED
                : SchemaManagement.UNMANAGED;
    }
}
