package dev.retort.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.runtime.Migrator;
import dev.retort.spring.shop.Customer;
import dev.retort.spring.shop.Customers;
import dev.retort.spring.shop.ProductTag;
import dev.retort.spring.shop.ProductTags;
import dev.retort.spring.shop.ShopApplication;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.Version;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.hibernate.SpringImplicitNamingStrategy;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.context.ConfigurableApplicationContext;

/** The common case: one registry, one data source, nothing said. With Spring Data, the web, and the actuator. */
class SqliteApplicationTest {

    @TempDir
    static Path directory;

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() throws IOException {
        application = Applications.start(
                ShopApplication.class,
                directory,
                Applications.SHOP,
                WebApplicationType.SERVLET,
                "server.port=0",
                "spring.datasource.url=" + Applications.sqlite(directory),
                "management.endpoints.web.exposure.include=health,retort",
                "management.endpoint.health.show-details=always",
                "management.endpoint.health.show-components=always");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void hibernateStartsAfterTheMigrationsAndValidates() {
        ProductTags tags = application.getBean(ProductTags.class);
        Customers customers = application.getBean(Customers.class);

        ProductTag tea = tags.save(new ProductTag("tea"));
        Customer saved = customers.save(new Customer("ada@example.org", tea, "555"));

        assertThat(customers.existsById(saved.id())).isTrue();
    }

    /** The compiler found no drift with these names, and Hibernate's validation found every one of them. */
    @Test
    void theModelOfSpringBootIsTheOneThatWasCompiled() {
        assertThat(Version.getVersionString()).startsWith("7.4.");
        Map<String, Object> settings =
                application.getBean(EntityManagerFactory.class).getProperties();
        assertThat(settings)
                .containsEntry(
                        "hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class.getName())
                .containsEntry("hibernate.implicit_naming_strategy", SpringImplicitNamingStrategy.class.getName())
                .containsEntry("hibernate.hbm2ddl.auto", "validate");
        assertThat(migrator().catalogue())
                .containsKeys(
                        "column customer.email_address",
                        "column customer_phone_numbers.phone_numbers",
                        "column customer_favourite_tags.favourite_tags_tag_name",
                        "column product_tag.tag_name");
        assertThat(migrator().verify().isClean()).isTrue();
    }

    @Test
    void tellsSpringBootThatTheSchemaIsManaged() {
        RetortSchemaManagementProvider provider = application.getBean(RetortSchemaManagementProvider.class);

        assertThat(provider.getSchemaManagement(application.getBean(DataSource.class)))
                .isEqualTo(SchemaManagement.MANAGED);
        assertThat(provider.getSchemaManagement(new org.sqlite.SQLiteDataSource()))
                .isEqualTo(SchemaManagement.UNMANAGED);
    }

    @Test
    void theEndpointShowsEveryRevision() throws Exception {
        HttpResponse<String> response = get("/actuator/retort");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .startsWith("{\"registries\":{\"dev.retort.spring.shop.migrations.ShopMigrations\":{\"dataSource\":"
                        + "\"primary data source\",\"target\":\"heads\",\"unknown\":[],\"revisions\":[{\"revision\":\"1a2b\","
                        + "\"revises\":[],\"message\":\"Create customers\",\"checksum\":\"")
                .containsPattern("\"revision\":\"3c4d\",\"revises\":\\[\"1a2b\"\\],\"message\":\"Create tags\","
                        + "\"checksum\":\"[0-9a-f]{64}\",\"state\":\"APPLIED\",\"stepsDone\":0,\"appliedAt\":\"20")
                .doesNotContain("PENDING");
    }

    @Test
    void healthIsOutOfServiceWhileARevisionIsPending() throws Exception {
        assertThat(get("/actuator/health").body())
                .contains("\"retort\":{\"details\":{\"" + Applications.SHOP + "\":{\"applied\":2,\"pending\":[]}},"
                        + "\"status\":\"UP\"}");
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);

        // With what was written meanwhile.
        migrator().downgrade("1a2b");
        try {
            HttpResponse<String> response = get("/actuator/health");
            assertThat(response.body())
                    .contains("\"applied\":1,\"pending\":[\"3c4d\"]}},\"status\":\"OUT_OF_SERVICE\"}");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(get("/actuator/retort").body()).contains("\"state\":\"PENDING\",\"stepsDone\":0}");
        } finally {
            migrator().upgrade();
        }
    }

    private static Migrator migrator() {
        return application.getBean(RetortMigrations.class).migrations().get(0).migrator();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        String port = application.getEnvironment().getProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
