package dev.retort.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.spring.shop.Customer;
import dev.retort.spring.shop.Customers;
import dev.retort.spring.shop.ProductTag;
import dev.retort.spring.shop.ProductTags;
import dev.retort.spring.shop.ShopApplication;
import dev.retort.testing.DatabaseServer;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class PostgresApplicationTest {

    @TempDir
    Path directory;

    /** The application connects as a user who may not create tables; Retort connects as one who may. */
    @Test
    void migratesAsAnotherUserThanTheApplication() throws Exception {
        String database = DatabaseServer.POSTGRESQL.newDatabase();
        String url = database.substring(0, database.indexOf('?'));
        JdbcTemplate owner = new JdbcTemplate(
                new org.springframework.jdbc.datasource.SimpleDriverDataSource(new org.postgresql.Driver(), database));
        owner.execute("drop role if exists shop");
        owner.execute("create role shop login");
        owner.execute("alter default privileges in schema public grant select, insert on tables to shop");

        try (ConfigurableApplicationContext application = Applications.start(
                ShopApplication.class,
                directory,
                Applications.SHOP,
                WebApplicationType.NONE,
                "spring.datasource.url=" + url,
                "spring.datasource.username=shop",
                "spring.retort.user=postgres")) {
            ProductTag tea = application.getBean(ProductTags.class).save(new ProductTag("tea"));
            Customers customers = application.getBean(Customers.class);
            customers.save(new Customer("ada@example.org", tea, "555"));

            assertThat(customers.count()).isEqualTo(1);
            assertThat(owner.queryForList(
                            "select tableowner from pg_tables where schemaname = 'public' order by tablename",
                            String.class))
                    .containsExactly("postgres", "postgres", "postgres", "postgres", "postgres");
            assertThat(owner.queryForList("select distinct applied_by from retort_history", String.class))
                    .containsExactly("postgres");
            assertThat(application
                            .getBean(RetortSchemaManagementProvider.class)
                            .getSchemaManagement(application.getBean(DataSource.class)))
                    .hasToString("MANAGED");
        } finally {
            DatabaseServer.POSTGRESQL.drop(database);
        }
    }
}
