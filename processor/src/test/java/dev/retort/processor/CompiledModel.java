package dev.retort.processor;

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
import org.hibernate.tool.schema.spi.SchemaManagementException;
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
    private final Map<String, List<String>> creations = new HashMap<>();
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

    /** What Hibernate creates for {@code hibernate.hbm2ddl.auto}, a statement an item. */
    List<String> creation(String url, String dialect) {
        return creations.computeIfAbsent(dialect, key -> script(url, dialect));
    }

    private List<String> script(String url, String dialect) {
        StringWriter script = new StringWriter();
        boot(
                url,
                dialect,
                Map.of(
                        "hibernate.hbm2ddl.delimiter",
                        DELIMITER,
                        "hibernate.hbm2ddl.create_namespaces",
                        "true",
                        "jakarta.persistence.schema-generation.scripts.action",
                        "create",
                        "jakarta.persistence.schema-generation.scripts.create-target",
                        script));
        return Stream.of(script.toString().split(DELIMITER + "\\R?", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** What Hibernate says against the tables of a database; empty text for nothing. */
    String validate(String url, String dialect) {
        try {
            boot(url, dialect, Map.of("hibernate.hbm2ddl.auto", "validate"));
            return "";
        } catch (SchemaManagementException | NoSuchElementException refused) {
            return "refused: " + refused.getMessage();
        }
    }

    private void boot(String url, String dialect, Map<String, Object> action) {
        QuietHibernate.during(() -> {
            StandardServiceRegistry services = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
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
                    .applySettings(action)
                    .build();
            try {
                MetadataSources sources = new MetadataSources(services);
                mapped().forEach(sources::addAnnotatedClass);
                classes.keySet().stream()
                        .filter(name -> name.endsWith(".package-info"))
                        .forEach(name -> sources.addPackage(name.substring(0, name.lastIndexOf('.'))));
                try (SessionFactory factory = sources.buildMetadata().buildSessionFactory()) {
                    return factory.isOpen();
                }
            } finally {
                StandardServiceRegistryBuilder.destroy(services);
            }
        });
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
