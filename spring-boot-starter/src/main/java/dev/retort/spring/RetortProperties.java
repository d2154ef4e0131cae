package dev.retort.spring;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application may say under {@code spring.retort}. Immutable.
 *
 * @param enabled Whether to migrate when the application starts.
 * @param target Where to upgrade to: heads, head, or a revision, as for Migrator.upgrade.
 * @param lockTimeout How long to wait for the lock that another process holds while it migrates.
 * @param allowNewerRevisions Whether to start on a database that a newer version of the application has migrated, as long
 *     as there is nothing to do.
 * @param table Name of the table that records what was applied. Letters, digits and underscores.
 * @param schema Schema of that table, which must be there. The default schema of the connection if not set.
 * @param url JDBC URL of the database to migrate. If not set, the application's data source is used.
 * @param user Login user of the database to migrate. With a user and no URL, the URL is that of the application's data
 *     source.
 * @param password Login password of the database to migrate.
 * @param driverClassName Fully qualified name of the JDBC driver. Detected from the URL by default.
 * @param registries Settings of single registries, where there are several. Keys are simple or qualified names of
 *     registries. What is not set here is taken from above.
 */
@ConfigurationProperties("spring.retort")
record RetortProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("heads") String target,
        @DefaultValue("5m") Duration lockTimeout,
        @DefaultValue("false") boolean allowNewerRevisions,
        @DefaultValue("retort_history") String table,
        @Nullable String schema,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String driverClassName,
        @DefaultValue Map<String, Registry> registries) {

    /**
     * What it may say of one registry of several.
     *
     * @param enabled Whether to migrate with this registry.
     * @param dataSource Name of the bean of the data source that this registry migrates.
     * @param target Where to upgrade to.
     * @param lockTimeout How long to wait for the lock that another process holds while it migrates.
     * @param allowNewerRevisions Whether to start on a database that a newer version of the application has migrated.
     * @param table Name of the table that records what was applied.
     * @param schema Schema of that table.
     * @param url JDBC URL of the database to migrate.
     * @param user Login user of the database to migrate.
     * @param password Login password of the database to migrate.
     * @param driverClassName Fully qualified name of the JDBC driver. Detected from the URL by default.
     */
    record Registry(
            @DefaultValue("true") boolean enabled,
            @Nullable String dataSource,
            @Nullable String target,
            @Nullable Duration lockTimeout,
            @Nullable Boolean allowNewerRevisions,
            @Nullable String table,
            @Nullable String schema,
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @Nullable String driverClassName) {

        static final Registry UNSAID = new Registry(true, null, null, null, null, null, null, null, null, null, null);

        Login login() {
            return new Login(url, user, password, driverClassName);
        }
    }

    /** Where to connect to, and as whom; all may be missing. */
    record Login(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @Nullable String driverClassName) {

        boolean isSaid() {
            return url != null || user != null;
        }

        @Override
        public String toString() {
            // A record would tell the password.
            return "login " + Objects.toString(user, "") + " at " + Objects.toString(url, "the application's URL");
        }
    }

    Login login() {
        return new Login(url, user, password, driverClassName);
    }
}
