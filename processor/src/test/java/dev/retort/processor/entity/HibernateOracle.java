package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.QuietHibernate;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/**
 * What Hibernate itself creates for compiled classes while it builds a {@code SessionFactory}, as it does for
 * {@code hibernate.hbm2ddl.auto}; only that the statements are kept and no database runs them.
 */
final class HibernateOracle implements AutoCloseable {
    private static final String DELIMITER = "\u0001";
    private static final Set<String> MAPPED = Set.of("Entity", "MappedSuperclass", "Embeddable", "Converter");

    private final Path output;
    private final URLClassLoader loader;
    private final List<Class<?>> classes;
    private final List<String> packages;

    private HibernateOracle(Path output, URLClassLoader loader, List<Class<?>> classes, List<String> packages) {
        this.output = output;
        this.loader = loader;
        this.classes = classes;
        this.packages = packages;
    }

    static HibernateOracle compile(List<String> sources) throws IOException {
        Path output = Files.createTempDirectory("oracle");
        compile(sources, output);
        URLClassLoader loader =
                new URLClassLoader(new URL[] {output.toUri().toURL()}, HibernateOracle.class.getClassLoader());
        List<Class<?>> classes = new ArrayList<>();
        List<String> packages = new ArrayList<>();
        for (Class<?> type : classesIn(output, loader)) {
            if (type.getSimpleName().equals("package-info")) {
                packages.add(type.getPackageName());
            } else if (Stream.of(type.getAnnotations())
                    .anyMatch(annotation ->
                            MAPPED.contains(annotation.annotationType().getSimpleName()))) {
                classes.add(type);
            }
        }
        return new HibernateOracle(output, loader, classes, packages);
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

    private static List<Class<?>> classesIn(Path output, ClassLoader loader) {
        try (Stream<Path> files = Files.walk(output)) {
            List<Class<?>> classes = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                String name = output.relativize(file).toString().replace(File.separatorChar, '.');
                classes.add(Class.forName(name.substring(0, name.length() - ".class".length()), false, loader));
            }
            return classes;
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SQL, one statement an item. */
    List<String> create(DatabaseDialect dialect, Map<String, String> settings) {
        StringWriter script = new StringWriter();
        QuietHibernate.during(() -> {
            build(dialect, settings, script);
            return script;
        });
        return Stream.of(script.toString().split(DELIMITER + "\\R?", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private void build(DatabaseDialect dialect, Map<String, String> settings, StringWriter script) {
        BootstrapServiceRegistry bootstrap =
                new BootstrapServiceRegistryBuilder().applyClassLoader(loader).build();
        StandardServiceRegistry services = new StandardServiceRegistryBuilder(bootstrap)
                .applySettings(Map.copyOf(settings))
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
                .applySetting("hibernate.dialect", dialect.hibernate())
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
        } finally {
            StandardServiceRegistryBuilder.destroy(services);
            BootstrapServiceRegistryBuilder.destroy(bootstrap);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
        try (Stream<Path> files = Files.walk(output)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
