package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.QuietHibernate;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.jpa.boot.internal.ParsedPersistenceXmlDescriptor;
import org.hibernate.jpa.boot.spi.Bootstrap;
import org.hibernate.jpa.boot.spi.PersistenceXmlParser;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * A folder of classes and resources, as a build tool leaves it, of which Hibernate itself reads {@code persistence.xml},
 * mapping files, service files and {@code hibernate.properties}.
 */
final class HibernateApplication {
    private static final String PERSISTENCE_XML = "META-INF/persistence.xml";

    private HibernateApplication() {}

    /**
     * The statements that create its schema.
     *
     * @param mapped classes and packages that a container finds where a unit does not exclude unlisted ones
     * @param unit empty for the only one
     */
    static String script(Path folder, List<String> mapped, String unit, String dialect, Map<String, String> settings) {
        return Files.exists(folder.resolve("hibernate.properties"))
                ? inHibernateOfItsOwn(folder, mapped, unit, dialect, settings)
                : boot(folder.toString(), mapped, unit, dialect, settings);
    }

    /** Hibernate reads {@code hibernate.properties} once, when its classes are made. */
    private static String inHibernateOfItsOwn(
            Path folder, List<String> mapped, String unit, String dialect, Map<String, String> settings) {
        URL[] path = Stream.concat(
                        Stream.of(folder.toString()),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)))
                .map(HibernateApplication::url)
                .toArray(URL[]::new);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            var boot = loader.loadClass(HibernateApplication.class.getName())
                    .getDeclaredMethod("boot", String.class, List.class, String.class, String.class, Map.class);
            boot.setAccessible(true);
            return (String) boot.invoke(null, folder.toString(), mapped, unit, dialect, settings);
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException(thrown.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String boot(
            String folder, List<String> mapped, String unit, String dialect, Map<String, String> settings) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {url(folder)}, HibernateApplication.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            return QuietHibernate.during(
                    () -> create(Path.of(folder), loader, mapped, unit, DatabaseDialect.parse(dialect), settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String create(
            Path folder,
            ClassLoader loader,
            List<String> mapped,
            String unit,
            DatabaseDialect dialect,
            Map<String, String> settings) {
        StringWriter script = new StringWriter();
        try (ValidatorFactory validation = Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            Map<String, Object> integration = new HashMap<>(settings);
            integration.put("hibernate.boot.allow_jdbc_metadata_access", "false");
            integration.put("hibernate.dialect", dialect.hibernate());
            integration.put("jakarta.persistence.validation.factory", validation);
            integration.put("hibernate.hbm2ddl.delimiter", HibernateOracle.DELIMITER);
            integration.put("hibernate.hbm2ddl.import_files", "");
            integration.put("jakarta.persistence.schema-generation.scripts.action", "create");
            integration.put("jakarta.persistence.schema-generation.scripts.create-target", script);
            Bootstrap.getEntityManagerFactoryBuilder(
                            descriptor(folder, loader, mapped, unit, settings), integration, loader)
                    .build()
                    .close();
        }
        return script.toString();
    }

    private static ParsedPersistenceXmlDescriptor descriptor(
            Path folder, ClassLoader loader, List<String> mapped, String unit, Map<String, String> settings) {
        Path xml = folder.resolve(PERSISTENCE_XML);
        if (!Files.exists(xml)) {
            ParsedPersistenceXmlDescriptor descriptor = new ParsedPersistenceXmlDescriptor(url(folder.toString()));
            descriptor.setName("application");
            descriptor.addClasses(mapped);
            return descriptor;
        }
        var units = PersistenceXmlParser.create(settings, loader, null).parse(List.of(url(xml.toString())));
        ParsedPersistenceXmlDescriptor descriptor = (ParsedPersistenceXmlDescriptor)
                (unit.isEmpty() ? units.values().iterator().next() : units.get(unit));
        if (!descriptor.isExcludeUnlistedClasses()) {
            List<String> unlisted = new ArrayList<>(mapped);
            unlisted.removeAll(descriptor.getManagedClassNames());
            descriptor.addClasses(unlisted);
        }
        return descriptor;
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
