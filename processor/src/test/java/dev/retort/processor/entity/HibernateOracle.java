package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.QuietHibernate;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.boot.registry.classloading.internal.TcclLookupPrecedence;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * What Hibernate itself creates for compiled classes while it builds a {@code SessionFactory}, as it does for
 * {@code hibernate.hbm2ddl.auto}; only that the statements are kept and no database runs them.
 */
final class HibernateOracle implements AutoCloseable {
    static final String DELIMITER = "\u0001";
    private static final Set<String> MAPPED = Set.of("Entity", "MappedSuperclass", "Embeddable", "Converter");

    /** One that does without an expression language, as none is here. */
    private static final ValidatorFactory VALIDATION = Validation.byProvider(HibernateValidator.class)
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();

    private final ClassLoader loader;
    private final List<Class<?>> classes = new ArrayList<>();
    private final List<String> packages = new ArrayList<>();

    private final Optional<Folder> folder;
    private final String unit;

    private HibernateOracle(ClassLoader loader, Optional<Folder> folder, String unit) {
        this.loader = loader;
        this.folder = folder;
        this.unit = unit;
    }

    /** The real classes of a compilation; with the resources around them as an application. */
    static HibernateOracle of(Reading.Result result) {
        Map<String, byte[]> code = new TreeMap<>();
        for (JavaFileObject file : result.compilation().generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String name = file.toUri()
                        .getPath()
                        .replaceFirst("^/CLASS_OUTPUT/", "")
                        .replaceFirst("\\.class$", "");
                code.put(name.replace('/', '.'), bytes(file));
            }
        }
        Optional<Folder> folder =
                result.resources().isEmpty() ? Optional.empty() : Optional.of(Folder.of(result.resources()));
        folder.ifPresent(known -> code.forEach((name, bytes) -> known.write(name.replace('.', '/') + ".class", bytes)));
        HibernateOracle oracle = new HibernateOracle(new CompiledClasses(code), folder, result.unit());
        code.keySet().forEach(oracle::consider);
        return oracle;
    }

    @Override
    public void close() {
        folder.ifPresent(Folder::delete);
    }

    private void consider(String name) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            if (type.getSimpleName().equals("package-info")) {
                packages.add(type.getPackageName());
            } else if (Stream.of(type.getAnnotations())
                    .anyMatch(annotation ->
                            MAPPED.contains(annotation.annotationType().getSimpleName()))) {
                classes.add(type);
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class CompiledClasses extends ClassLoader {
        private final Map<String, byte[]> code;

        CompiledClasses(Map<String, byte[]> code) {
            super(HibernateOracle.class.getClassLoader());
            this.code = code;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = code.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    /** Hibernate's own, which looks into every jar for each kind of service; only that here it does so once for all models. */
    private static final class ServicesOnce extends ClassLoaderServiceImpl {
        private static final Map<Class<?>, List<Class<?>>> PROVIDERS = new ConcurrentHashMap<>();

        /** @param loader of classes only: a model's own services are for {@link HibernateApplication} */
        ServicesOnce(ClassLoader loader) {
            super(List.of(loader), TcclLookupPrecedence.NEVER);
        }

        @Override
        public <S> Collection<S> loadJavaServices(Class<S> contract) {
            List<Class<?>> known = PROVIDERS.get(contract);
            if (known != null) {
                return known.stream()
                        .map(provider -> contract.cast(instance(provider)))
                        .toList();
            }
            Collection<S> found = super.loadJavaServices(contract);
            PROVIDERS.put(
                    contract, found.stream().<Class<?>>map(Object::getClass).toList());
            return found;
        }

        private static Object instance(Class<?> provider) {
            try {
                return provider.getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static void compile(List<String> sources, Path output) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<JavaFileObject> units = sources.stream().map(Reading::file).toList();
            List<String> options =
                    List.of("-proc:none", "-d", output.toString(), "-cp", System.getProperty("java.class.path"));
            if (!compiler.getTask(null, files, null, options, null, units).call()) {
                throw new IllegalArgumentException("the model does not compile");
            }
        }
    }

    /** SQL, one statement an item. */
    List<String> create(DatabaseDialect dialect, Map<String, String> settings) {
        String script = folder.map(
                        known -> HibernateApplication.script(known.path(), names(), unit, dialect.toString(), settings))
                .orElseGet(() -> QuietHibernate.during(() -> build(dialect, settings)));
        return Stream.of(script.split(DELIMITER + "\\R?", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private List<String> names() {
        return Stream.concat(classes.stream().map(Class::getName), packages.stream())
                .toList();
    }

    private String build(DatabaseDialect dialect, Map<String, String> settings) {
        StringWriter script = new StringWriter();
        BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
                .applyClassLoaderService(new ServicesOnce(loader))
                .build();
        StandardServiceRegistry services = new StandardServiceRegistryBuilder(bootstrap)
                .applySettings(Map.copyOf(settings))
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
                .applySetting("hibernate.dialect", dialect.hibernate())
                .applySetting("jakarta.persistence.validation.factory", VALIDATION)
                .applySetting("hibernate.hbm2ddl.delimiter", DELIMITER)
                .applySetting("hibernate.hbm2ddl.import_files", "")
                .applySetting("jakarta.persistence.schema-generation.scripts.action", "create")
                .applySetting("jakarta.persistence.schema-generation.scripts.create-target", script)
                .build();
        try {
            MetadataSources sources = new MetadataSources(services);
            packages.forEach(sources::addPackage);
            classes.forEach(sources::addAnnotatedClass);
            sources.buildMetadata().buildSessionFactory().close();
            return script.toString();
        } finally {
            StandardServiceRegistryBuilder.destroy(services);
            BootstrapServiceRegistryBuilder.destroy(bootstrap);
        }
    }
}
