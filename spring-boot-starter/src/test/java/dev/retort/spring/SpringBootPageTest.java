package dev.retort.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.spring.billing.BillingMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

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

    @Test
    void anotherWordIsSeen() {
        assertThat(plain("@Bean\n  DataSource owner()")).contains(plain("@Bean DataSource  owner()"));
        assertThat(plain("@Bean DataSource owner()")).doesNotContain(plain("@Bean DataSource other()"));
    }

    private static String plain(String source) {
        return source.replaceAll("\\s+", " ").strip();
    }
}
