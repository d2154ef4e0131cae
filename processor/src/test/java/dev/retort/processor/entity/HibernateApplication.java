package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.QuietHibernate;
import jakarta.persistence.EntityManagerFactory;
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
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.jpa.boot.internal.EntityManagerFactoryBuilderImpl;
import org.hibernate.jpa.boot.internal.ParsedPersistenceXmlDescriptor;
import org.hibernate.jpa.boot.spi.Bootstrap;
import org.hibernate.jpa.boot.spi.PersistenceXmlParser;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * A folder of classes and resources, as a build tool leaves it, of which Hibernate itself reads {@code persistence.xml},
 * mapping files, service files and {@code hibernate.properties}.
 */
public final class HibernateApplication {
    private static final String EXTRACTION = "hibernate.hbm2ddl.jdbc_metadata_extraction_strategy";
    private static final String PERSISTENCE_XML = "META-INF/persistence.xml";

    private HibernateApplication() {}

    /**
     * The statements that create its schema.
     *
     * @param mapped classes and packages that a container finds where a unit does not exclude unlisted ones
     * @param unit empty for the only one
     */
    static String script(Path folder, List<String> mapped, String unit, String dialect, Map<String, String> settings) {
        return run(folder, mapped, unit, dialect, "", settings).get(0);
    }

    /**
     * The statements that create its schema, and what it has against the tables of a database; empty text for nothing.
     *
     * @param url of the database
     */
    public static List<String> scriptAndFault(
            Path folder, List<String> mapped, String unit, String dialect, String url, Map<String, String> settings) {
        return run(folder, mapped, unit, dialect, url, settings);
    }

    /** What Hibernate says against the tables of its database; empty text for nothing. */
    public static String fault(MetadataImplementor metadata, ServiceRegistry services) {
        try {
            Map<String, Object> validation = new HashMap<>(Map.of("hibernate.hbm2ddl.auto", "validate"));
            Object strategy = services.requireService(ConfigurationService.class)
                    .getSettings()
                    .get(EXTRACTION);
            if (strategy != null) {
                validation.put(EXTRACTION, strategy);
            }
            SchemaManagementToolCoordinator.process(metadata, services, validation, drop -> {});
            return "";
        } catch (SchemaManagementException | NoSuchElementException | AssertionError refused) {
            // The last is an assert of its own, that every index has columns.
            return "refused: " + refused.getMessage();
        }
    }

    private static List<String> run(
            Path folder, List<String> mapped, String unit, String dialect, String url, Map<String, String> settings) {
        return Files.exists(folder.resolve("hibernate.properties"))
                ? inHibernateOfItsOwn(folder, mapped, unit, dialect, url, settings)
                : boot(folder.toString(), mapped, unit, dialect, url, settings);
    }

    /** Hibernate reads {@code hibernate.properties} once, when its classes are made. */
    @SuppressWarnings("unchecked")
    private static List<String> inHibernateOfItsOwn(
            Path folder, List<String> mapped, String unit, String dialect, String url, Map<String, String> settings) {
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
                    .getDeclaredMethod(
                            "boot", String.class, List.class, String.class, String.class, String.class, Map.class);
            boot.setAccessible(true);
            return (List<String>) boot.invoke(null, folder.toString(), mapped, unit, dialect, url, settings);
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

    private static List<String> boot(
            String folder, List<String> mapped, String unit, String dialect, String url, Map<String, String> settings) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {url(folder)}, HibernateApplication.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            return QuietHibernate.during(
                    () -> create(Path.of(folder), loader, mapped, unit, DatabaseDialect.parse(dialect), url, settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<String> create(
            Path folder,
            ClassLoader loader,
            List<String> mapped,
            String unit,
            DatabaseDialect dialect,
            String url,
            Map<String, String> settings) {
        StringWriter script = new StringWriter();
        try (ValidatorFactory validation = Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            Map<String, Object> integration = new HashMap<>(settings);
            if (url.isEmpty()) {
                integration.put("hibernate.boot.allow_jdbc_metadata_access", "false");
            } else {
                integration.put("hibernate.connection.url", url);
            }
            integration.put("hibernate.dialect", dialect.hibernate());
            integration.put("jakarta.persistence.validation.factory", validation);
            integration.put("hibernate.hbm2ddl.delimiter", HibernateOracle.DELIMITER);
            integration.put("hibernate.hbm2ddl.import_files", "");
            integration.put("jakarta.persistence.schema-generation.scripts.action", "create");
            integration.put("jakarta.persistence.schema-generation.scripts.create-target", script);
            EntityManagerFactoryBuilderImpl builder =
                    (EntityManagerFactoryBuilderImpl) Bootstrap.getEntityManagerFactoryBuilder(
                            descriptor(folder, loader, mapped, unit, settings), integration, loader);
            try (EntityManagerFactory factory = builder.build()) {
                String fault = url.isEmpty()
                        ? ""
                        : fault(
                                builder.getMetadata(),
                                factory.unwrap(SessionFactoryImplementor.class).getServiceRegistry());
                return List.of(script.toString(), fault);
            }
        }
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
