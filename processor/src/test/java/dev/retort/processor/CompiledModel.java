package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.retort.processor.dialect.QuietHibernate;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** The classes of a compilation, and what Hibernate does with them. */
final class CompiledModel extends ClassLoader {
    /** One that does without an expression language, as none is here. */
    private static final ValidatorFactory VALIDATION = Validation.byProvider(HibernateValidator.class)
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();

    private static final String DELIMITER = "\u0001";

    private final Map<String, byte[]> classes = new HashMap<>();
    private final Map<String, String> settings;

    CompiledModel(Compilation compilation, Map<String, String> settings) {
        super(CompiledModel.class.getClassLoader());
        this.settings = settings;
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String path = file.toUri().getPath().replaceFirst("^/CLASS_OUTPUT/", "");
                classes.put(path.replaceFirst("\\.class$", "").replace('/', '.'), bytes(file));
            }
        }
    }

    /**
     * What one session factory does for {@code hibernate.hbm2ddl.auto}.
     *
     * @param creation a statement an item
     */
    record Booted(List<String> creation, MetadataImplementor metadata, StandardServiceRegistry services)
            implements AutoCloseable {

        /** What Hibernate says against the tables of its database; empty text for nothing. */
        String validate() {
            try {
                QuietHibernate.during(() -> {
                    SchemaManagementToolCoordinator.process(
                            metadata, services, Map.of("hibernate.hbm2ddl.auto", "validate"), drop -> {});
                    return true;
                });
                return "";
            } catch (SchemaManagementException | NoSuchElementException | AssertionError refused) {
                // The last is an assert of its own, that every index has columns.
                return "refused: " + refused.getMessage();
            }
        }

        @Override
        public void close() {
            StandardServiceRegistryBuilder.destroy(services);
        }
    }

    /** Has Hibernate build a session factory, over a database that it may look at. */
    Booted boot(String url, String dialect) {
        StringWriter script = new StringWriter();
        return QuietHibernate.during(() -> {
            StandardServiceRegistry services = services(url, dialect, script);
            try {
                MetadataSources sources = new MetadataSources(services);
                mapped().forEach(sources::addAnnotatedClass);
                classes.keySet().stream()
                        .filter(name -> name.endsWith(".package-info"))
                        .forEach(name -> sources.addPackage(name.substring(0, name.lastIndexOf('.'))));
                MetadataImplementor metadata = (MetadataImplementor) sources.buildMetadata();
                // Its own registry ends with the services. What it settles of the mapping stays.
                SessionFactory factory = metadata.buildSessionFactory();
                List<String> creation = Stream.of(script.toString().split(DELIMITER + "\\R?", -1))
                        .map(String::strip)
                        .filter(statement -> !statement.isEmpty())
                        .toList();
                assertThat(factory.isOpen()).isTrue();
                return new Booted(creation, metadata, services);
            } catch (RuntimeException | Error failed) {
                StandardServiceRegistryBuilder.destroy(services);
                throw failed;
            }
        });
    }

    private StandardServiceRegistry services(String url, String dialect, StringWriter script) {
        return new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(this)
                        .build())
                .applySettings(Map.copyOf(settings))
                .applySetting("hibernate.dialect", dialect)
                .applySetting("hibernate.connection.url", url)
                .applySetting("hibernate.hbm2ddl.import_files", "")
                .applySetting("jakarta.persistence.validation.factory", VALIDATION)
                // Tables for bulk statements are no part of the model.
                .applySetting("hibernate.query.mutation_strategy.persistent.create_tables", "false")
                .applySetting("hibernate.query.mutation_strategy.global_temporary.create_tables", "false")
                .applySetting("hibernate.hbm2ddl.delimiter", DELIMITER)
                .applySetting("hibernate.hbm2ddl.create_namespaces", "true")
                .applySetting("jakarta.persistence.schema-generation.scripts.action", "create")
                .applySetting("jakarta.persistence.schema-generation.scripts.create-target", script)
                .build();
    }

    private List<Class<?>> mapped() {
        return classes.keySet().stream()
                .sorted()
                .<Class<?>>map(name -> {
                    try {
                        return loadClass(name);
                    } catch (ClassNotFoundException e) {
                        throw new AssertionError(e);
                    }
                })
                .filter(type -> Stream.of(
                                jakarta.persistence.Entity.class,
                                jakarta.persistence.Embeddable.class,
                                jakarta.persistence.MappedSuperclass.class,
                                jakarta.persistence.Converter.class)
                        .anyMatch(type::isAnnotationPresent))
                .toList();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static byte[] bytes(JavaFileObject file) {
        try (var in = file.openInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
