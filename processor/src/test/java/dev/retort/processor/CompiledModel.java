package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.retort.processor.dialect.QuietHibernate;
import dev.retort.processor.entity.HibernateApplication;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
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

    private static final Map<String, String> PROOF = Map.of(
            // Tables for bulk statements are no part of the model.
            "hibernate.query.mutation_strategy.persistent.create_tables", "false",
            "hibernate.query.mutation_strategy.global_temporary.create_tables", "false",
            "hibernate.hbm2ddl.create_namespaces", "true");

    private final Map<String, byte[]> classes = new HashMap<>();
    private final Map<String, String> settings;
    private final Optional<Path> folder;
    private final String unit;

    CompiledModel(Compilation compilation, Map<String, String> settings) {
        this(compilation, settings, Optional.empty(), "");
    }

    /**
     * @param folder of the resources, where it has some; the classes are written there, too
     * @param unit of {@code persistence.xml}; empty for the only one
     */
    CompiledModel(Compilation compilation, Map<String, String> settings, Optional<Path> folder, String unit) {
        super(CompiledModel.class.getClassLoader());
        this.settings = settings;
        this.folder = folder;
        this.unit = unit;
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
     * @param fault what it says against the tables of its database; empty for nothing
     */
    record Booted(List<String> creation, String fault) {}

    /**
     * Has Hibernate build a session factory, over a database that it may look at.
     *
     * @param word as an environment declares the database
     */
    Booted boot(String url, String word, String dialect) {
        if (folder.isPresent()) {
            Map<String, String> all = new HashMap<>(settings);
            all.putAll(PROOF);
            List<String> scriptAndFault =
                    HibernateApplication.scriptAndFault(folder.get(), names(), unit, word, url, all);
            return new Booted(statements(scriptAndFault.get(0)), scriptAndFault.get(1));
        }
        StringWriter script = new StringWriter();
        return QuietHibernate.during(() -> {
            StandardServiceRegistry services = services(url, dialect, script);
            try {
                MetadataSources sources = new MetadataSources(services);
                mapped().forEach(sources::addAnnotatedClass);
                packages().forEach(sources::addPackage);
                MetadataImplementor metadata = (MetadataImplementor) sources.buildMetadata();
                // Its own registry ends with the services. What it settles of the mapping stays.
                SessionFactory factory = metadata.buildSessionFactory();
                assertThat(factory.isOpen()).isTrue();
                return new Booted(statements(script.toString()), HibernateApplication.fault(metadata, services));
            } finally {
                StandardServiceRegistryBuilder.destroy(services);
            }
        });
    }

    private static List<String> statements(String script) {
        return Stream.of(script.split(DELIMITER + "\\R?", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private StandardServiceRegistry services(String url, String dialect, StringWriter script) {
        return new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(this)
                        .build())
                .applySettings(Map.copyOf(settings))
                .applySettings(Map.copyOf(PROOF))
                .applySetting("hibernate.dialect", dialect)
                .applySetting("hibernate.connection.url", url)
                .applySetting("hibernate.hbm2ddl.import_files", "")
                .applySetting("jakarta.persistence.validation.factory", VALIDATION)
                .applySetting("hibernate.hbm2ddl.delimiter", DELIMITER)
                .applySetting("jakarta.persistence.schema-generation.scripts.action", "create")
                .applySetting("jakarta.persistence.schema-generation.scripts.create-target", script)
                .build();
    }

    private List<String> names() {
        classes.forEach((name, bytes) -> {
            try {
                Path file = folder.orElseThrow().resolve(name.replace('.', '/') + ".class");
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return Stream.concat(mapped().stream().map(Class::getName), packages().stream())
                .toList();
    }

    private List<String> packages() {
        return classes.keySet().stream()
                .filter(name -> name.endsWith(".package-info"))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .toList();
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
