package dev.retort.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.spring.billing.BillingMigrations;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Java of {@code docs/spring-boot.md} is the Java of this class, which is compiled. */
class SpringBootPageTest {

    /** What stands on the page, with the bodies that it leaves out. */
    @SuppressWarnings("unused")
    abstract static class OnThePage {
        @Bean(defaultCandidate = false)
        @RetortDataSource
        DataSource owner() {
            return null;
        }

        @Bean(defaultCandidate = false)
        @RetortDataSource(BillingMigrations.class)
        DataSource billing() {
            return null;
        }

        @Bean
        MigratorCustomizer patience() {
            return (migrator, registry) -> migrator.withLockTimeout(Duration.ofMinutes(30));
        }
    }

    @Test
    void itsJavaIsCompiled() throws IOException {
        String compiled = plain(Files.readString(Path.of("src/test/java/dev/retort/spring/SpringBootPageTest.java"))
                + Files.readString(Path.of("src/test/java/dev/retort/spring/shop/migrations/package-info.java")));
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/spring-boot.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks).hasSize(4);
        assertThat(blocks.get(0)).contains("naming = Naming.SPRING_BOOT");
        assertThat(compiled).contains("naming = Naming.SPRING_BOOT");
        for (String block : blocks.subList(1, blocks.size())) {
            assertThat(compiled).contains(plain(block.replace("…", "return null;")));
        }
    }

    /** In the table and in the examples; each as it is described for editors. */
    @Test
    void itsPropertiesAreThoseThatAreDescribed() throws IOException {
        String described = Files.readString(Path.of("target/classes/META-INF/spring-configuration-metadata.json"));
        Set<String> shown = new TreeSet<>();
        Pattern.compile("spring\\.retort\\.(?:registries\\.\\w+\\.)?([a-z][a-z-]*)")
                .matcher(Files.readString(Path.of("../docs/spring-boot.md")))
                .results()
                .forEach(property -> shown.add(property.group(1)));
        Set<String> known = new TreeSet<>();
        Pattern.compile("\"name\": \"spring\\.retort\\.([a-z-]+)\"")
                .matcher(described)
                .results()
                .forEach(property -> known.add(property.group(1)));
        assertThat(known).contains("table", "schema", "lock-timeout");
        // The bean of a single registry's data source stands among the registries, which are a map.
        known.add("data-source");
        assertThat(shown).containsAll(known).isSubsetOf(known);
    }

    /** The endpoint's answer has the components of its records, in their order. */
    @Test
    void itsJsonIsTheEndpoints() throws IOException {
        Matcher block = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/spring-boot.md")));
        assertThat(block.find()).isTrue();
        JsonNode registries = JsonMapper.shared().readTree(block.group(1));
        assertThat(registries.propertyNames()).containsExactlyElementsOf(components(RetortEndpoint.Databases.class));
        JsonNode database = registries.get("registries").get("com.acme.AppMigrations");
        assertThat(database.propertyNames()).containsExactlyElementsOf(components(RetortEndpoint.Database.class));
        assertThat(database.get("revisions").get(0).propertyNames())
                .containsExactlyElementsOf(components(RetortEndpoint.RevisionState.class));
    }

    private static List<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    @Test
    void anotherWordIsSeen() {
        assertThat(plain("@Bean\n  DataSource owner()")).contains(plain("@Bean DataSource  owner()"));
        assertThat(plain("@Bean DataSource owner()")).doesNotContain(plain("@Bean DataSource other()"));
    }

    private static String plain(String source) {
        return source.replaceAll("\\s+", " ").strip();
    }
}
