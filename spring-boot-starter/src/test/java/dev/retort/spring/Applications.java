package dev.retort.spring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

/** Real applications, started as {@code main} would start them. */
final class Applications {
    static final String SHOP = "dev.retort.spring.shop.migrations.ShopMigrations";

    private Applications() {}

    /**
     * @param registry what the class path lists; empty for none
     * @param arguments as {@code spring.retort.target=head}
     */
    static ConfigurableApplicationContext start(
            Class<?> application, Path directory, String registry, WebApplicationType type, String... arguments)
            throws IOException {
        return start(application, OneRegistry.listed(directory, registry), type, arguments);
    }

    /** @param loader with one registry */
    static ConfigurableApplicationContext start(
            Class<?> application, ClassLoader loader, WebApplicationType type, String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                "--logging.level.root=warn",
                "--spring.jpa.open-in-view=false",
                "--spring.jpa.hibernate.ddl-auto=validate"));
        for (String argument : arguments) {
            words.add("--" + argument);
        }
        return new SpringApplicationBuilder(application)
                .resourceLoader(new DefaultResourceLoader(loader))
                .web(type)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .run(words.toArray(String[]::new));
    }

    static String sqlite(Path directory) {
        return "jdbc:sqlite:" + directory.resolve("app.db");
    }
}
