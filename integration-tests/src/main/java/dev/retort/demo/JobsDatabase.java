package dev.retort.demo;

import dev.retort.demo.db.migrations.JobsMigrations;
import dev.retort.runtime.Migrator;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.tool.schema.Action;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The database of the service: how to reach it, how to migrate it, how Hibernate uses it. */
public final class JobsDatabase {

    private JobsDatabase() {}

    /** The file is made by the first connection. */
    public static DataSource sqlite(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        SQLiteDataSource dataSource = new SQLiteDataSource(config);
        dataSource.setUrl("jdbc:sqlite:" + file);
        return dataSource;
    }

    public static Migrator migrator(DataSource dataSource) {
        return Migrator.of(dataSource, JobsMigrations.registry());
    }

    /** Hibernate on SQLite, whose dialect it does not find by itself. */
    public static SessionFactory sqliteSessions(DataSource dataSource) {
        return configuration(dataSource)
                .property(JdbcSettings.DIALECT, SQLiteDialect.class.getName())
                .createEntityManagerFactory();
    }

    public static SessionFactory sessions(DataSource dataSource) {
        return configuration(dataSource).createEntityManagerFactory();
    }

    /** Hibernate looks at the schema and refuses to start on a wrong one; it changes nothing. */
    private static HibernatePersistenceConfiguration configuration(DataSource dataSource) {
        HibernatePersistenceConfiguration configuration = new HibernatePersistenceConfiguration("jobs");
        configuration.managedClasses(Provider.class, Episode.class, DownloadJob.class, UserPreferences.class);
        configuration.property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource);
        configuration.property(
                MappingSettings.PHYSICAL_NAMING_STRATEGY, PhysicalNamingStrategySnakeCaseImpl.class.getName());
        configuration.property(SchemaToolingSettings.HBM2DDL_AUTO, Action.VALIDATE.getExternalHbm2ddlName());
        return configuration;
    }
}
