package dev.retort.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.runtime.MigrationRegistry;
import dev.retort.spring.shop.migrations.ShopMigrations;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is optional is not there, nor what only stands on it: an application with the starter alone. */
class WithoutActuatorTest {

    @TempDir
    Path directory;

    /** In a class loader of its own; says which of the starter's beans there are. */
    public static final class Application implements UnaryOperator<String> {

        @Configuration(proxyBeanMethods = false)
        @EnableAutoConfiguration
        static class Configured {
            @Bean
            MigrationRegistry shopMigrations() {
                return ShopMigrations.registry();
            }
        }

        @Override
        public String apply(String url) {
            try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Configured.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .registerShutdownHook(false)
                    .run("--spring.datasource.url=" + url, "--logging.level.root=warn")) {
                List<String> beans = new ArrayList<>();
                for (String name : application.getBeanDefinitionNames()) {
                    if (name.startsWith("retort")) {
                        beans.add(name);
                    }
                }
                return String.join(" ", beans);
            }
        }
    }

    @Test
    void migratesWithoutActuatorAndJpa() throws Exception {
        List<URL> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String name = Path.of(entry).getFileName().toString();
            if (!name.matches(".*(actuator|health|micrometer|hibernate|jpa|tomcat|webmvc|servlet).*")) {
                jars.add(Path.of(entry).toUri().toURL());
            }
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader alone =
                new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(alone);
            @SuppressWarnings("unchecked")
            UnaryOperator<String> application = (UnaryOperator<String>) alone.loadClass(Application.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();

            assertThat(application.apply(Applications.sqlite(directory)))
                    .isEqualTo("retortMigrations retortSchemaManagementProvider");
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThat(directory.resolve("app.db")).isNotEmptyFile();
    }
}
