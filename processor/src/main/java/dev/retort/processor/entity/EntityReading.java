package dev.retort.processor.entity;

import dev.retort.processor.dialect.DatabaseDialect;
import dev.retort.processor.dialect.QuietHibernate;
import dev.retort.processor.finding.Findings;
import dev.retort.processor.unit.Resources;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Entities to the schema that Hibernate would create for them. */
public final class EntityReading {
    private final ModelTypes types;
    private final List<TypeElement> mapped;
    private final Map<String, String> settings;
    private final RealClasses real;
    private final SkeletonLoader loader;
    private final Rejections rejections;

    private EntityReading(
            ProcessingEnvironment environment,
            List<TypeElement> mapped,
            Map<String, String> settings,
            Findings findings) {
        this.types = new ModelTypes(environment);
        this.mapped = mapped;
        this.settings = settings;
        SkeletonWriter skeletons = new SkeletonWriter(environment.getElementUtils(), environment.getTypeUtils());
        this.real =
                new RealClasses(types, new InMemoryCompiler(types, skeletons), new Resources(environment.getFiler()));
        this.loader = new SkeletonLoader(EntityReading.class.getClassLoader(), types, skeletons, real, mapped);
        this.rejections = new Rejections(types, mapped, settings, real, findings);
    }

    /**
     * Has Hibernate bind the classes once for each dialect. Writes nothing to the console. Not for several threads
     * with one environment.
     *
     * @param mapped entities, mapped superclasses, embeddables and converters, from source or compiled; their order
     *     does not count
     * @param settings Hibernate's, such as {@code hibernate.physical_naming_strategy}; which database it is and how to
     *     connect to one is not looked at
     * @return empty when a class or mapping cannot be read in one of the dialects: then an error was added to the
     *     findings
     */
    public static Optional<ModelSet> read(
            ProcessingEnvironment environment,
            List<TypeElement> mapped,
            Map<String, String> settings,
            List<DatabaseDialect> dialects,
            Findings findings) {
        List<TypeElement> sorted = mapped.stream()
                .sorted((one, other) -> one.getQualifiedName()
                        .toString()
                        .compareTo(other.getQualifiedName().toString()))
                .distinct()
                .toList();
        return QuietHibernate.during(() -> new EntityReading(environment, sorted, settings, findings).models(dialects));
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
            real.compile(BehaviorScan.scan(types, mapped, settings));
        } catch (RuntimeException e) {
            rejections.model(e);
            return Optional.empty();
        }
        Map<String, Class<?>> classes = new LinkedHashMap<>();
        Set<String> packages = new LinkedHashSet<>();
        for (TypeElement type : mapped) {
            String name = types.binaryName(type);
            try {
                classes.put(name, Class.forName(name, false, loader));
            } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
                rejections.classOf(type, e);
            }
            if (!ModelTypes.packageOf(type).getAnnotationMirrors().isEmpty()) {
                packages.add(ModelTypes.packageOf(type).toString());
            }
        }
        return classes.size() == mapped.size()
                ? Optional.of(new HibernateBoot(loader, List.copyOf(classes.values()), List.copyOf(packages), settings))
                : Optional.empty();
    }

    /** Hibernate and the code it runs may throw anything; a compiler must get a place and a reason for it. */
    private Optional<Model> model(HibernateBoot boot, DatabaseDialect dialect) {
        int missedBefore = loader.missedSoFar().size();
        Optional<Model> model = Optional.empty();
        try {
            model = Optional.of(boot.bind(dialect, bound -> SchemaReader.read(bound, types)));
        } catch (RuntimeException | LinkageError e) {
            rejections.model(e);
        }
        List<SkeletonRuntime.MissingCode> missed =
                loader.missedSoFar().subList(missedBefore, loader.missedSoFar().size());
        missed.forEach(rejections::missing);
        return missed.isEmpty() ? model : Optional.empty();
    }
}
