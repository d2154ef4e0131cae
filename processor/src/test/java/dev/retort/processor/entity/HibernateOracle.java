package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.QuietHibernate;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.tool.schema.internal.SchemaCreatorImpl;

/** What Hibernate itself creates for compiled classes: SQL, one statement an item. */
final class HibernateOracle {

    private HibernateOracle() {}

    static List<String> create(List<String> sources, DatabaseDialect dialect, Map<String, String> settings) {
        try {
            Path output = Files.createTempDirectory("oracle");
            try {
                compile(sources, output);
                return create(output, dialect, settings);
            } finally {
                try (Stream<Path> files = Files.walk(output)) {
                    files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> create(Path output, DatabaseDialect dialect, Map<String, String> settings)
            throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {output.toUri().toURL()}, HibernateOracle.class.getClassLoader())) {
            return QuietHibernate.during(() -> create(loader, mapped(output, loader), dialect, settings));
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

    private static List<Class<?>> mapped(Path output, ClassLoader loader) {
        try (Stream<Path> files = Files.walk(output)) {
            List<Class<?>> classes = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                String name = output.relativize(file).toString().replace(File.separatorChar, '.');
                Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()), false, loader);
                if (Stream.of(type.getAnnotations())
                        .anyMatch(annotation -> List.of("Entity", "MappedSuperclass", "Embeddable", "Converter")
                                .contains(annotation.annotationType().getSimpleName()))) {
                    classes.add(type);
                }
            }
            return classes;
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> create(
            ClassLoader loader, List<Class<?>> classes, DatabaseDialect dialect, Map<String, String> settings) {
        BootstrapServiceRegistry bootstrap =
                new BootstrapServiceRegistryBuilder().applyClassLoader(loader).build();
        StandardServiceRegistry services = new StandardServiceRegistryBuilder(bootstrap)
                .applySettings(Map.copyOf(settings))
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
                .applySetting("hibernate.dialect", dialect.hibernate())
                .build();
        try {
            MetadataSources sources = new MetadataSources(services);
            classes.forEach(sources::addAnnotatedClass);
            MetadataImplementor metadata = (MetadataImplementor) sources.buildMetadata();
            metadata.orderColumns(true);
            metadata.validate();
            return new SchemaCreatorImpl(services).generateCreationCommands(metadata, false);
        } finally {
            StandardServiceRegistryBuilder.destroy(services);
            BootstrapServiceRegistryBuilder.destroy(bootstrap);
        }
    }
}
