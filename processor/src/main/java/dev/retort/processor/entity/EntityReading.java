package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.QuietHibernate;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.unit.PersistenceUnit;
import dev.retort.processor.unit.Resources;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Entities to the schema that Hibernate would create for them. */
public final class EntityReading {
    private final ModelTypes types;
    private final PersistenceUnit unit;
    private final List<TypeElement> known;
    private final Services services;
    private final RealClasses real;
    private final SkeletonLoader loader;
    private final Rejections rejections;

    private EntityReading(ProcessingEnvironment environment, PersistenceUnit unit, Findings findings) {
        this.types = new ModelTypes(environment);
        this.unit = unit;
        this.known = Stream.concat(
                        unit.mapped().stream(),
                        unit.mappingFiles().stream()
                                .flatMap(file -> file.mappedClasses().stream())
                                .flatMap(name -> types.find(name).stream()))
                .sorted(Comparator.comparing(types::binaryName))
                .distinct()
                .toList();
        SkeletonWriter skeletons = new SkeletonWriter(environment.getElementUtils(), environment.getTypeUtils());
        Resources resources = new Resources(environment.getFiler());
        this.real = new RealClasses(types, new InMemoryCompiler(types, skeletons), resources);
        this.services = Services.find(types, resources, known);
        this.loader = new SkeletonLoader(
                EntityReading.class.getClassLoader(), types, skeletons, real, services, resources, known);
        this.rejections = new Rejections(types, known, unit.settings(), services.providers(), real, findings);
    }

    /**
     * Has Hibernate bind the classes once for each dialect. Writes nothing to the console. Not for several threads
     * with one environment.
     *
     * @param unit the order of its classes does not count; which database it is and how to connect to one is not looked
     *     at in its settings
     * @return empty when a class or mapping cannot be read in one of the dialects: then an error was added to the
     *     findings
     */
    public static Optional<ModelSet> read(
            ProcessingEnvironment environment,
            PersistenceUnit unit,
            List<DatabaseDialect> dialects,
            Findings findings) {
        return QuietHibernate.during(() -> new EntityReading(environment, unit, findings).models(dialects));
    }

    private Optional<ModelSet> models(List<DatabaseDialect> dialects) {
        Map<DatabaseDialect, Model> models = new LinkedHashMap<>();
        Optional<HibernateBoot> boot = boot();
        for (DatabaseDialect dialect : dialects) {
            boot.flatMap(ready -> model(ready, dialect)).ifPresent(model -> models.put(dialect, model));
        }
        return boot.isPresent() && models.size() == dialects.size()
                ? Optional.of(new ModelSet(CommonTypes.in(models)))
                : Optional.empty();
    }

    private Optional<HibernateBoot> boot() {
        try {
            real.compile(BehaviorScan.scan(types, known, namedClasses()));
        } catch (RuntimeException e) {
            rejections.model(e);
            return Optional.empty();
        }
        boolean isComplete = services.providers().stream().allMatch(this::isAvailable);
        List<Class<?>> classes = new ArrayList<>();
        Set<String> packages = new LinkedHashSet<>();
        for (TypeElement type : known.stream().filter(unit.mapped()::contains).toList()) {
            try {
                classes.add(Class.forName(types.binaryName(type), false, loader));
            } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
                rejections.classOf(type, e);
                isComplete = false;
            }
            if (!ModelTypes.packageOf(type).getAnnotationMirrors().isEmpty()) {
                packages.add(ModelTypes.packageOf(type).toString());
            }
        }
        return isComplete
                ? Optional.of(new HibernateBoot(
                        loader,
                        classes,
                        List.copyOf(packages),
                        unit,
                        BeanValidation.applies(types, loader, unit.settings())))
                : Optional.empty();
    }

    /** What settings, mapping files and service files name; much of it is no class at all. */
    private Set<String> namedClasses() {
        Set<String> names = new LinkedHashSet<>(services.providers());
        unit.settings().values().forEach(value -> names.add(value.strip()));
        unit.mappingFiles().forEach(file -> names.addAll(file.namedClasses()));
        return names;
    }

    /** Hibernate's own error would not say which class it was. */
    private boolean isAvailable(String provider) {
        try {
            Constructor<?> constructor = Class.forName(provider, true, loader).getConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance() != null;
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            rejections.provider(provider, e);
            return false;
        }
    }

    /** Hibernate and the code it runs may throw anything; a compiler must get a place and a reason for it. */
    private Optional<Model> model(HibernateBoot boot, DatabaseDialect dialect) {
        int missedBefore = loader.missedSoFar().size();
        Optional<Model> model = Optional.empty();
        try {
            model = Optional.of(boot.bind(dialect, bound -> SchemaReader.read(bound, types)));
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            rejections.model(e);
        }
        List<SkeletonRuntime.MissingCode> missed =
                loader.missedSoFar().subList(missedBefore, loader.missedSoFar().size());
        missed.forEach(rejections::missing);
        return missed.isEmpty() ? model : Optional.empty();
    }
}
