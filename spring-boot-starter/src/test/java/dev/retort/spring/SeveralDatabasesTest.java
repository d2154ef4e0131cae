package dev.retort.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.runtime.MigrationRegistry;
import dev.retort.runtime.Migrator;
import dev.retort.runtime.Revision;
import dev.retort.spring.billing.BillingMigrations;
import dev.retort.spring.shop.migrations.ShopMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two registries that are beans, and two databases. */
class SeveralDatabasesTest {

    @TempDir
    Path directory;

    private ApplicationContextRunner runner(Class<?>... configurations) {
        return new ApplicationContextRunner()
                .withPropertyValues("test.directory=" + directory)
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        RetortAutoConfiguration.class))
                .withUserConfiguration(configurations);
    }

    private String url(String database) {
        return "jdbc:sqlite:" + directory.resolve(database + ".db");
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoRegistries {
        @Bean
        MigrationRegistry shopMigrations() {
            return ShopMigrations.registry();
        }

        @Bean
        MigrationRegistry billingMigrations() {
            return BillingMigrations.registry();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ABillingDatabase {
        @Bean(defaultCandidate = false)
        @RetortDataSource(BillingMigrations.class)
        DataSource billing(Environment environment) {
            return DataSourceBuilder.create()
                    .url("jdbc:sqlite:" + environment.getProperty("test.directory") + "/billing.db")
                    .build();
        }
    }

    /** Not marked, and named by a property. */
    @Configuration(proxyBeanMethods = false)
    static class AnotherDatabase {
        @Bean(defaultCandidate = false)
        DataSource archive(Environment environment) {
            return DataSourceBuilder.create()
                    .url("jdbc:sqlite:" + environment.getProperty("test.directory") + "/archive.db")
                    .build();
        }
    }

    @Test
    void aMarkedDataSourceIsForItsRegistryAndThePrimaryOneForTheOther() {
        runner(TwoRegistries.class, ABillingDatabase.class)
                .withPropertyValues("spring.datasource.url=" + url("shop"))
                .run(context -> {
                    assertThat(heads(context.getBean(RetortMigrations.class)))
                            .containsExactly("primary data source [3c4d]", "data source billing [b111]");
                    assertThat(tables(context.getBean("dataSource", DataSource.class)))
                            .contains("customer")
                            .doesNotContain("invoices");
                    assertThat(tables(context.getBean("billing", DataSource.class)))
                            .contains("invoices")
                            .doesNotContain("customer");
                });
    }

    @Test
    void propertiesNameDataSourcesAndTargetsOfSingleRegistries() {
        runner(TwoRegistries.class, AnotherDatabase.class)
                .withPropertyValues(
                        "spring.datasource.url=" + url("shop"),
                        "spring.retort.registries.ShopMigrations.target=1a2b",
                        "spring.retort.registries.billingmigrations.data-source=archive")
                .run(context -> assertThat(heads(context.getBean(RetortMigrations.class)))
                        .containsExactly("primary data source [1a2b]", "data source archive [b111]"));
    }

    @Test
    void aUrlOfRetortsOwnGoesBeforeTheApplications() {
        runner(TwoRegistries.class)
                .withPropertyValues(
                        "spring.datasource.url=" + url("shop"),
                        "spring.retort.registries.ShopMigrations.enabled=false",
                        "spring.retort.url=" + url("own"))
                .run(context -> {
                    assertThat(heads(context.getBean(RetortMigrations.class)))
                            .containsExactly("database " + url("own") + " [b111]");
                    assertThat(tables(context.getBean(DataSource.class))).isEmpty();
                });
    }

    @Test
    void twoRegistriesDoNotShareADatabase() {
        runner(TwoRegistries.class)
                .withPropertyValues("spring.datasource.url=" + url("shop"))
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(context.getStartupFailure())
                            .hasStackTraceContaining("A database has one registry for each table of its history, and"
                                    + " dev.retort.spring.billing.BillingMigrations and"
                                    + " dev.retort.spring.shop.migrations.ShopMigrations would both migrate the primary data"
                                    + " source. Name the bean of the data source of each");
                });
    }

    @Test
    void twoRegistriesWithAHistoryEachDo() {
        runner(TwoRegistries.class)
                .withPropertyValues(
                        "spring.datasource.url=" + url("shop"),
                        "spring.retort.schema=main",
                        "spring.retort.registries.BillingMigrations.table=billing_history")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(tables(context.getBean(DataSource.class))).contains("retort_history", "billing_history");
                    assertThat(heads(context.getBean(RetortMigrations.class)))
                            .containsExactly("primary data source [3c4d]", "primary data source [b111]");
                });
    }

    @Test
    void aTableThatCannotBeNamedIsRefused() {
        runner(TwoRegistries.class)
                .withPropertyValues(
                        "spring.datasource.url=" + url("shop"),
                        "spring.retort.table=retort history",
                        "spring.retort.registries.BillingMigrations.enabled=false")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("retort history cannot name the history: a table, or a schema,"));
    }

    @Test
    void aDataSourceThatIsNotThereIsRefused() {
        runner(TwoRegistries.class, AnotherDatabase.class)
                .withPropertyValues(
                        "spring.datasource.url=" + url("shop"),
                        "spring.retort.registries.BillingMigrations.data-source=arcive")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining(
                                "There is no data source of this name. There is archive, dataSource."));
    }

    /** Asked once for each registry, with what properties have made of the migrator. */
    @Configuration(proxyBeanMethods = false)
    static class ACustomizer {
        @Bean
        List<String> asked() {
            return new ArrayList<>();
        }

        @Bean
        MigratorCustomizer customizer(List<String> asked) {
            return (migrator, registry) -> {
                asked.add(registry.name());
                return Migrator.of(
                        DataSourceBuilder.create().url("jdbc:sqlite::memory:").build(), registry);
            };
        }
    }

    @Test
    void aCustomizerHasTheLastWord() {
        runner(TwoRegistries.class, ABillingDatabase.class, ACustomizer.class)
                .withPropertyValues("spring.datasource.url=" + url("shop"), "spring.retort.target=base")
                .run(context -> {
                    assertThat(context.getBean("asked", List.class))
                            .isEqualTo(List.of(
                                    "dev.retort.spring.shop.migrations.ShopMigrations",
                                    "dev.retort.spring.billing.BillingMigrations"));
                    assertThat(tables(context.getBean("dataSource", DataSource.class)))
                            .isEmpty();
                });
    }

    @Test
    void scriptsRunAfterTheMigrations() throws IOException {
        Path script =
                Files.writeString(directory.resolve("data.sql"), "insert into product_tag (tag_name) values ('tea');");
        runner(TwoRegistries.class, ABillingDatabase.class)
                .withConfiguration(AutoConfigurations.of(DataSourceInitializationAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + url("shop"),
                        "spring.sql.init.mode=always",
                        "spring.sql.init.data-locations=" + script.toUri())
                .run(context -> assertThat(context.getBean(JdbcTemplate.class)
                                .queryForList("select tag_name from product_tag", String.class))
                        .containsExactly("tea"));
    }

    private static List<String> heads(RetortMigrations migrations) {
        return migrations.migrations().stream()
                .map(migration -> migration.dataSource() + " "
                        + migration.migrator().current().stream()
                                .map(Revision::id)
                                .toList())
                .toList();
    }

    private static List<String> tables(DataSource dataSource) {
        return new JdbcTemplate(dataSource)
                .queryForList("select name from sqlite_master where type = 'table'", String.class);
    }
}
